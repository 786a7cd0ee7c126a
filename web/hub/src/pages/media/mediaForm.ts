import { toTexts } from "@/data/json";
import type { MediaAsset } from "@/data/records";

export interface MediaForm {
  file: File | null;
  type: MediaAsset["file_type"];
  ratio: MediaAsset["aspect_ratio"];
  tags: string[];
}

export const aspectRatios: readonly Exclude<MediaAsset["aspect_ratio"], "">[] = ["1:1", "16:9", "9:16", "4:5", "4:3", "N/A"];

/** What the server takes, by the kind of file. */
export const acceptedTypes: Readonly<Record<MediaAsset["file_type"], readonly string[]>> = {
  image: ["image/jpeg", "image/png", "image/gif", "image/webp", "image/svg+xml"],
  video: ["video/mp4", "video/webm"],
  doc: ["application/pdf", "application/msword", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
};

/** 100 MB: the server's limit for a file. */
export const largestFile = 100 * 1024 * 1024;

export function toForm(asset: MediaAsset | null): MediaForm {
  return { file: null, type: asset?.file_type ?? "image", ratio: asset?.aspect_ratio ?? "", tags: toTexts(asset?.tags) };
}

/** Multipart only where a file is to be sent: a change of a tag then shows at once. */
export function toValues(form: MediaForm): FormData | Partial<MediaAsset> {
  const { file, type, ratio, tags } = form;
  if (!file) {
    return { file_type: type, aspect_ratio: ratio, tags };
  }

  const values = new FormData();
  values.set("file", file);
  values.set("file_type", type);
  values.set("aspect_ratio", ratio);
  values.set("tags", JSON.stringify(tags));
  return values;
}

/** The kind of a file by its MIME type; null for one that the server refuses. */
export function kindOfFile(mimeType: string): MediaAsset["file_type"] | null {
  return (["image", "video", "doc"] as const).find((kind) => acceptedTypes[kind].includes(mimeType)) ?? null;
}

/** The named ratio that is next to a picture's, if it is near enough: within 3 percent. */
export function ratioOf(width: number, height: number): MediaAsset["aspect_ratio"] {
  const near = (["1:1", "16:9", "9:16", "4:5", "4:3"] as const).find((name) => {
    const [across = 1, down = 1] = name.split(":").map(Number);
    return Math.abs(width / height / (across / down) - 1) < 0.03;
  });
  return near ?? "N/A";
}
