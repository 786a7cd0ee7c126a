import type { InputHTMLAttributes, Ref } from "react";
import { classes, control } from "@/ui/classes";
import { Field, type FieldProps } from "@/ui/Field";

type InputProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "onChange"> & { onChange: (value: string) => void; ref?: Ref<HTMLInputElement> };

/** A line of text with its label. `type` may be any that holds text: email, password, url, date, number, … */
export function Input({ label, error, hint, required, id, onChange, className, ...rest }: InputProps) {
  return (
    <Field {...{ label, error, hint, required, id }}>
      {(field) => <input {...field} {...rest} className={classes(control, className)} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
