import { useTexts } from "@/i18n/useTexts";
import { control } from "@/ui/classes";

interface SortSelectProps {
  /** PocketBase's: `name` or `-name`. */
  value: string;
  onChange: (sort: string) => void;
  /** The field that names a record. */
  nameField: string;
}

/** The order of a list that has no header to click on. */
export function SortSelect({ value, onChange, nameField }: SortSelectProps) {
  const t = useTexts();
  const options = [
    ["-created", t.common.sortNewest],
    ["created", t.common.sortOldest],
    ["-updated", t.common.sortChanged],
    [nameField, t.common.sortName],
    [`-${nameField}`, t.common.sortNameDown],
  ] as const;
  return (
    <div className="w-full sm:w-52">
      <select aria-label={t.common.sort} className={control} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([sort, label]) => (
          <option key={sort} value={sort}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
