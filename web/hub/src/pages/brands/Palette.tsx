import { useTexts } from "@/i18n/useTexts";

/** The colours of a brand, each with its code to read. */
export function Palette({ colors }: { colors: readonly string[] }) {
  const t = useTexts();
  return colors.length === 0 ? null : (
    <ul aria-label={t.brands.colors} className="flex flex-wrap gap-2">
      {colors.map((color, index) => (
        <li key={`${String(index)}-${color}`} className="flex items-center gap-1 text-xs text-muted">
          <span aria-hidden="true" className="inline-block size-5 rounded-full border border-line" style={{ backgroundColor: color }} />
          {color}
        </li>
      ))}
    </ul>
  );
}
