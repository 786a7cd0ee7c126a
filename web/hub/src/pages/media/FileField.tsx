import { classes, control } from "@/ui/classes";
import { Field, type FieldProps } from "@/ui/Field";
import { acceptedTypes } from "@/pages/media/mediaForm";

interface FileFieldProps extends FieldProps {
  onChoose: (file: File | null) => void;
}

export function FileField({ onChoose, ...field }: FileFieldProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          {...attributes}
          type="file"
          accept={Object.values(acceptedTypes).flat().join()}
          className={classes(control, "file:mr-3 file:rounded file:border-0 file:bg-raised file:px-3 file:py-1 file:text-ink")}
          onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
        />
      )}
    </Field>
  );
}
