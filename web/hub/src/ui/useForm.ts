import { useState } from "react";
import type { Failure } from "@/data/errors";
import { useTexts } from "@/i18n/useTexts";

/** Values of a form and what is wrong with them. `check` runs before the server is asked; the server's remarks come by `failure`. */
export function useForm<Values extends object>(initial: Values | (() => Values)) {
  const t = useTexts();
  const [values, setValues] = useState(initial);
  const [missing, setMissing] = useState<readonly string[]>([]);

  return {
    values,
    setValues,
    /** The setter of one field, for `onChange`. */
    set:
      <Name extends keyof Values & string>(name: Name) =>
      (value: Values[Name]) => {
        setValues((before) => ({ ...before, [name]: value }));
        setMissing((before) => before.filter((other) => other !== name));
      },
    /** Sets several fields at once. */
    merge: (part: Partial<Values>) => {
      setValues((before) => ({ ...before, ...part }));
      setMissing((before) => before.filter((name) => !(name in part)));
    },
    /** Whether the fields named hold something; those that do not say so. */
    check: (...names: (keyof Values & string)[]): boolean => {
      const empty = names.filter((name) => isEmpty(values[name]));
      setMissing(empty);
      return empty.length === 0;
    },
    /** The remark on a field. */
    errorOf: (name: keyof Values & string, failure: Failure | null): string | undefined => (missing.includes(name) ? t.common.required : failure?.fields[name]),
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "") || (Array.isArray(value) && value.length === 0);
}
