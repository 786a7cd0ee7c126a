import { pocketbase } from "@/data/pocketbase";
import type { MediaAsset } from "@/data/records";
import { classes } from "@/ui/classes";

interface ThumbnailProps {
  asset: MediaAsset;
  /** Of its size. Default: 48 px. */
  className?: string;
  /** Shows all of it, on white: for logos, which are made for paper. */
  whole?: boolean;
}

/** A small picture beside the name of what it belongs to, so a screen reader need not say it. */
export function Thumbnail({ asset, className = "size-12", whole = false }: ThumbnailProps) {
  return (
    <img
      src={pocketbase.files.getURL(asset, asset.file, { thumb: "100x100" })}
      alt=""
      loading="lazy"
      className={classes("shrink-0 rounded-md border border-line", whole ? "bg-white object-contain p-0.5" : "bg-raised object-cover", className)}
    />
  );
}
