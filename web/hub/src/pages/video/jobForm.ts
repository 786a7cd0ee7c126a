import type { VideoJob } from "@/data/records";

/** One product of a video: a picture and what is said about it. */
export interface ProductShot {
  /** For the page only. */
  key: number;
  image: File | null;
  text: string;
  hook: string;
}

export interface JobForm {
  intro: string;
  outro: string;
  variant: VideoJob["variant_name"];
  priority: string;
  products: ProductShot[];
  music: File | null;
  logo: File | null;
}

export type JobProblem = "productsMissing" | "imageTooLarge" | "musicTooLarge" | "logoTooLarge";

export const fewestProducts = 2;
export const mostProducts = 10;

const megabyte = 1024 * 1024;

export const emptyShot = (key: number): ProductShot => ({ key, image: null, text: "", hook: "" });

export const emptyJob = (): JobForm => ({ intro: "", outro: "", variant: "A", priority: "5", products: [emptyShot(1), emptyShot(2)], music: null, logo: null });

/** What keeps a job from being ordered; sizes are the server's. */
export function problemsOf({ products, music, logo }: JobForm): JobProblem[] {
  return [
    ...(products.some(({ image, text }) => !image || text.trim() === "") ? (["productsMissing"] as const) : []),
    ...(products.some(({ image }) => image !== null && image.size > 10 * megabyte) ? (["imageTooLarge"] as const) : []),
    ...(music && music.size > 20 * megabyte ? (["musicTooLarge"] as const) : []),
    ...(logo && logo.size > 5 * megabyte ? (["logoTooLarge"] as const) : []),
  ];
}

/** What the worker reads. Its pictures come in the order of the products. */
export function inputOf({ intro, outro, products }: JobForm) {
  return {
    intro_text: intro.trim(),
    outro_text: outro.trim(),
    products: products.map(({ image, text, hook }) => ({ image: image?.name ?? "", text: text.trim(), hook: hook.trim() })),
  };
}

/** The same order by the same workspace has the same key, so that a repeated click makes no second job. */
export async function keyOf(workspaceId: string, form: JobForm): Promise<string> {
  const files = [...form.products.map(({ image }) => image), form.music, form.logo].map((file) => (file ? `${file.name}:${String(file.size)}` : ""));
  return sha256(JSON.stringify([workspaceId, inputOf(form), form.variant, files]));
}

export function toValues(form: JobForm, requestedBy: string, key: string): FormData {
  const values = new FormData();
  values.set("status", "queued");
  values.set("requested_by", requestedBy);
  values.set("priority", String(Math.min(10, Math.max(1, Math.round(Number(form.priority)) || 5))));
  values.set("variant_name", form.variant);
  values.set("input_json", JSON.stringify(inputOf(form)));
  values.set("idempotency_key", key);
  form.products.forEach(({ image }) => image && values.append("input_images", image));
  if (form.music) {
    values.set("input_music", form.music);
  }

  if (form.logo) {
    values.set("input_logo", form.logo);
  }

  return values;
}

async function sha256(text: string): Promise<string> {
  // Absent on pages without HTTPS, localhost excepted; then a second click may make a second job.
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!subtle) {
    return "";
  }

  const hash = await subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
