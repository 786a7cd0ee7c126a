import { equals } from "@/data/filter";
import { useRecord } from "@/data/useRecord";
import type { FieldProps } from "@/ui/Field";
import { RecordCombobox } from "@/ui/RecordCombobox";
import { Thumbnail } from "@/ui/Thumbnail";

interface ImageComboboxProps extends FieldProps {
  /** Ids; at most one. */
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

/** A picture of the media library. */
export function ImageCombobox({ value, onChange, ...field }: ImageComboboxProps) {
  const chosen = useRecord("media_assets", value[0] ?? "");
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 grow">
        <RecordCombobox {...field} collection="media_assets" labelField="file" filter={equals("file_type", "image")} value={value} onChange={onChange} />
      </div>
      {value.length > 0 && chosen.data && <Thumbnail asset={chosen.data} whole className="mt-6 size-10" />}
    </div>
  );
}
