import { X } from "lucide-react";
import { useState } from "react";
import { useTexts } from "@/i18n/useTexts";
import { control } from "@/ui/classes";
import { Field, type FieldProps } from "@/ui/Field";

interface ChipsProps extends FieldProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  placeholder?: string;
}

/** A list of short texts: Enter or a comma adds one, Backspace in the empty box removes the last. */
export function Chips({ value, onChange, placeholder, ...field }: ChipsProps) {
  const t = useTexts();
  const [text, setText] = useState("");
  const add = (typed: string) => {
    const fresh = typed.split(",").map((part) => part.trim()).filter((part) => part !== "" && !value.includes(part));
    if (fresh.length > 0) {
      onChange([...value, ...new Set(fresh)]);
    }

    setText("");
  };

  return (
    <Field {...field}>
      {(attributes) => (
        <>
          {value.length > 0 && (
            <ul className="flex flex-wrap gap-1" aria-label={field.label}>
              {value.map((chip) => (
                <li key={chip} className="flex max-w-full items-center gap-1 rounded bg-accent-soft px-2 py-0.5 text-sm">
                  <span className="min-w-0 break-words">{chip}</span>
                  <button type="button" className="rounded p-0.5 hover:bg-raised" aria-label={t.common.remove(chip)} onClick={() => onChange(value.filter((other) => other !== chip))}>
                    <X aria-hidden="true" className="size-3.5" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <input
            {...attributes}
            className={control}
            placeholder={placeholder ?? t.common.chipHint}
            value={text}
            onChange={(event) => (event.target.value.includes(",") ? add(event.target.value) : setText(event.target.value))}
            onBlur={() => add(text)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && text.trim() !== "") {
                event.preventDefault();
                add(text);
              } else if (event.key === "Backspace" && text === "") {
                onChange(value.slice(0, -1));
              }
            }}
          />
        </>
      )}
    </Field>
  );
}
