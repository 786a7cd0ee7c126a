import type { SelectHTMLAttributes } from "react";
import { classes, control } from "@/ui/classes";
import { Field, type FieldProps } from "@/ui/Field";

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
}

type SelectProps<Value extends string> = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "onChange" | "value"> & {
    value: Value | "";
    options: readonly Option<Value>[];
    /** The entry of "". Absent when one of the options must be chosen. */
    placeholder?: string;
    onChange: (value: Value | "") => void;
  };

/** One of a few fixed values. For records, of which there may be many, see `RecordCombobox`. */
export function Select<Value extends string>({ label, error, hint, required, id, options, placeholder, onChange, className, ...rest }: SelectProps<Value>) {
  return (
    <Field {...{ label, error, hint, required, id }}>
      {(field) => (
        <select {...field} {...rest} className={classes(control, className)} onChange={(event) => onChange(event.target.value as Value | "")}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
