import { useTexts } from "@/i18n/useTexts";
import type { BatchResult } from "@/pages/social-posts/generated";

/** What a batch has made, and what its guardian has to say about it. */
export function BatchSummary({ result }: { result: BatchResult }) {
  const t = useTexts();
  return (
    <div className="space-y-3">
      <p className="font-medium">{t.socialPosts.batchMade(result.masters, result.variants)}</p>
      {result.flags.length > 0 && (
        <section aria-label={t.socialPosts.flags} className="space-y-2">
          <h3 className="font-semibold">{t.socialPosts.flags}</h3>
          <ul className="space-y-2">
            {result.flags.map(({ type, message }, index) => (
              <li key={`${String(index)}-${type}`} className="rounded-md bg-warning-soft px-3 py-2 text-warning">
                {t.socialPosts.flagTypes[type] ?? type}: {message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
