import type { TextareaHTMLAttributes } from "react";
import { classes, control } from "@/ui/classes";
import { Field, type FieldProps } from "@/ui/Field";

type TextareaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "onChange"> & { onChange: (value: string) => void };

/** Several lines of text with their label. */
export function Textarea({ label, error, hint, required, id, onChange, className, rows = 4, ...rest }: TextareaProps) {
  return (
    <Field {...{ label, error, hint, required, id }}>
      {(field) => <textarea {...field} {...rest} rows={rows} className={classes(control, className)} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
