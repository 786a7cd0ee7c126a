import { useRecordsById } from "@/data/useRecordsById";
import { MediaThumb } from "@/ui/MediaThumb";
import { RecordCombobox } from "@/ui/RecordCombobox";

interface MediaFieldProps {
  label: string;
  /** Ids of media assets. */
  value: readonly string[];
  onChange: (ids: string[]) => void;
  hint?: string;
}

/** Media files of the workspace to go with a text, found by their names. */
export function MediaField({ label, value, onChange, hint }: MediaFieldProps) {
  const assets = useRecordsById("media_assets", value);
  return (
    <div className="space-y-2">
      <RecordCombobox label={label} collection="media_assets" labelField="file" multiple value={value} onChange={onChange} {...(hint && { hint })} />
      {assets.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {assets.map((asset) => (
            <MediaThumb key={asset.id} asset={asset} />
          ))}
        </div>
      )}
    </div>
  );
}
