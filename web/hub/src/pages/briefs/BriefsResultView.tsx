import { useTexts } from "@/i18n/useTexts";
import type { BriefsResult } from "@/pages/briefs/briefsAi";

/** How many briefs came about, and what went wrong on the way. */
export function BriefsResultView({ result }: { result: BriefsResult }) {
  const t = useTexts();
  return (
    <div className="space-y-2">
      <p className="font-medium">{t.briefs.made(result.created, result.expected)}</p>
      {result.warnings.length > 0 && (
        <ul className="list-disc space-y-1 rounded-md bg-warning-soft py-2 pr-3 pl-8 text-warning">
          {result.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
