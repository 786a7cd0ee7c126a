import { type FormEvent, type ReactNode, useId } from "react";
import { type Failure } from "@/data/errors";
import { useTexts } from "@/i18n/useTexts";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { failureText } from "@/ui/failureText";

interface FormDialogProps {
  title: string;
  onClose: () => void;
  onSubmit: () => void;
  busy: boolean;
  /** Why the last attempt failed; remarks on fields belong to the fields. */
  failure: Failure | null;
  /** Default: Save. */
  submitLabel?: string;
  /** Left of the buttons, such as "Generate via AI". */
  extra?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** A dialog around a form, with Cancel and Save. */
export function FormDialog({ title, onClose, onSubmit, busy, failure, submitLabel, extra, wide = false, children }: FormDialogProps) {
  const t = useTexts();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form of a dialog inside of this one is not this one's.
    event.stopPropagation();
    onSubmit();
  };

  return (
    <Dialog
      title={title}
      onClose={onClose}
      wide={wide}
      footer={
        <>
          {extra && <div className="flex w-full flex-wrap gap-2 sm:mr-auto sm:w-auto">{extra}</div>}
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" type="submit" form={id} busy={busy}>
            {submitLabel ?? t.common.save}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="space-y-4">
        {failure && (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
            {failureText(failure, t)}
          </p>
        )}
        {children}
      </form>
    </Dialog>
  );
}
