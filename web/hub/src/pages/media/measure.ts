import type { MediaAsset } from "@/data/records";
import { ratioOf } from "@/pages/media/mediaForm";

/** The ratio of a picture that the user has chosen; empty when the browser cannot read it. */
export async function measureRatio(file: File): Promise<MediaAsset["aspect_ratio"]> {
  if (!file.type.startsWith("image/") || typeof createImageBitmap !== "function") {
    return "";
  }

  try {
    const { width, height } = await createImageBitmap(file);
    return ratioOf(width, height);
  } catch {
    // A drawing without a size of its own, for example.
    return "";
  }
}
