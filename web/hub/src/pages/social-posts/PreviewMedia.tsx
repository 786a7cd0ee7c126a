import { fileAddress } from "@/data/files";
import type { MediaAsset } from "@/data/records";
import { MediaThumb } from "@/ui/MediaThumb";

/** The pictures and videos of a post: the first one large. */
export function PreviewMedia({ assets }: { assets: readonly MediaAsset[] }) {
  const [first, ...others] = assets;
  if (!first) {
    return null;
  }

  return (
    <div className="space-y-2">
      {first.file_type === "image" ? (
        <img src={fileAddress(first, first.file)} alt={first.tags?.join(", ") || first.file} className="max-h-80 w-full rounded-md object-contain" />
      ) : (
        <MediaThumb asset={first} className="h-40 w-full" />
      )}
      {others.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {others.map((asset) => (
            <MediaThumb key={asset.id} asset={asset} />
          ))}
        </div>
      )}
    </div>
  );
}
