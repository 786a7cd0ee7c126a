import { type ReactNode, useId } from "react";

export interface FieldControl {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  "aria-required"?: boolean;
}

export interface FieldProps {
  label: string;
  /** Shown below, in place of the hint. */
  error?: string | undefined;
  hint?: string | undefined;
  required?: boolean | undefined;
  /** Overrides the generated id. */
  id?: string | undefined;
}

/** A label, a control and what is to be said about it, tied together for screen readers. */
export function Field({ label, error, hint, required = false, id, children }: FieldProps & { children: (control: FieldControl) => ReactNode }) {
  const generated = useId();
  const controlId = id ?? generated;
  const remark = error ?? hint;
  const remarkId = `${controlId}-remark`;
  return (
    <div className="min-w-0 space-y-1">
      <label htmlFor={controlId} id={`${controlId}-label`} className="block text-sm font-medium">
        {label}
        {required && (
          <span aria-hidden="true" className="text-danger">
            {" *"}
          </span>
        )}
      </label>
      {children({
        id: controlId,
        ...(remark && { "aria-describedby": remarkId }),
        ...(error && { "aria-invalid": true }),
        ...(required && { "aria-required": true }),
      })}
      {remark && (
        <p id={remarkId} className={error ? "text-sm text-danger" : "text-sm text-muted"} role={error ? "alert" : undefined}>
          {remark}
        </p>
      )}
    </div>
  );
}
