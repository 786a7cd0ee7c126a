import { classes, control } from "@/ui/classes";
import { Field, type FieldProps } from "@/ui/Field";

interface FileInputProps extends FieldProps {
  accept: string;
  onChoose: (file: File | null) => void;
}

export function FileInput({ accept, onChoose, ...field }: FileInputProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          {...attributes}
          type="file"
          accept={accept}
          className={classes(control, "file:mr-3 file:rounded file:border-0 file:bg-raised file:px-3 file:py-1 file:text-ink")}
          onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
        />
      )}
    </Field>
  );
}
