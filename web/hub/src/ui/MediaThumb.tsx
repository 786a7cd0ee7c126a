import { FileText, Film } from "lucide-react";
import { fileAddress } from "@/data/files";
import type { MediaAsset } from "@/data/records";
import { classes } from "@/ui/classes";

interface MediaThumbProps {
  asset: MediaAsset;
  /** Its size. Default: a square of 3.5 rem. */
  className?: string;
}

/** A small picture of a media file, or the sign of its kind. */
export function MediaThumb({ asset, className = "size-14" }: MediaThumbProps) {
  const box = classes("flex shrink-0 items-center justify-center overflow-hidden rounded-md border border-line text-muted", className);
  if (asset.file_type === "image") {
    return <img src={fileAddress(asset, asset.file, "100x100")} alt={asset.tags?.join(", ") || asset.file} loading="lazy" className={classes(box, "bg-white object-cover")} />;
  }

  const Icon = asset.file_type === "video" ? Film : FileText;
  return (
    <span role="img" aria-label={asset.file} title={asset.file} className={classes(box, "bg-raised")}>
      <Icon aria-hidden="true" className="size-6" />
    </span>
  );
}
