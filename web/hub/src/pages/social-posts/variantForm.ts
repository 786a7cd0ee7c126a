import { toText } from "@/data/json";
import { charactersOver } from "@/data/platforms";
import type { Platform, PlatformVariant } from "@/data/records";
import { fromLocalInput, toLocalInput } from "@/format/dates";
import { splitTags } from "@/pages/social-posts/masterForm";

/** A variant as its dialog edits it. */
export interface VariantForm {
  platform: Platform;
  copy: string;
  mediaIds: string[];
  status: PlatformVariant["publish_status"];
  /** Of an input of type `datetime-local`, in the user's zone. */
  scheduledAt: string;
  hashtags: string[];
  callToAction: string;
  summary: string;
  platformTips: string;
  optimizationNotes: string;
  confidence: string;
  seoTitle: string;
  seoDescription: string;
  seoKeywords: string[];
}

export type VariantProblem = "copyMissing" | "tooLong" | "timeMissing";

export const emptyVariant: VariantForm = {
  platform: "facebook",
  copy: "",
  mediaIds: [],
  status: "draft",
  scheduledAt: "",
  hashtags: [],
  callToAction: "",
  summary: "",
  platformTips: "",
  optimizationNotes: "",
  confidence: "",
  seoTitle: "",
  seoDescription: "",
  seoKeywords: [],
};

export function toVariantForm(record: PlatformVariant): VariantForm {
  const metadata = record.metadata ?? {};
  return {
    platform: record.platform,
    copy: record.adapted_copy,
    mediaIds: record.platformMediaIds,
    status: record.publish_status,
    scheduledAt: toLocalInput(record.scheduled_at),
    hashtags: splitTags(metadata["hashtags"]),
    callToAction: toText(metadata["call_to_action"]),
    summary: toText(metadata["summary"]),
    platformTips: toText(metadata["platform_tips"]),
    optimizationNotes: toText(metadata["optimization_notes"]),
    confidence: toText(metadata["confidence_score"]),
    seoTitle: toText(metadata["seo_title"]),
    seoDescription: toText(metadata["seo_description"]),
    seoKeywords: splitTags(metadata["seo_keywords"]),
  };
}

/** What is stored; members of the metadata that the form does not know stay. */
export function fromVariantForm(form: VariantForm, before?: PlatformVariant, now = new Date()) {
  const confidence = Number(form.confidence);
  const isNewlyPublished = form.status === "published" && !before?.published_at;
  return {
    platform: form.platform,
    adapted_copy: form.copy,
    platformMediaIds: form.mediaIds,
    publish_status: form.status,
    scheduled_at: scheduleOf(form.scheduledAt, before?.scheduled_at ?? ""),
    ...(isNewlyPublished && { published_at: now.toISOString() }),
    metadata: {
      ...before?.metadata,
      hashtags: form.hashtags,
      call_to_action: form.callToAction.trim(),
      summary: form.summary.trim(),
      platform_tips: form.platformTips.trim(),
      optimization_notes: form.optimizationNotes.trim(),
      confidence_score: form.confidence.trim() === "" || !Number.isFinite(confidence) ? null : confidence,
      character_count: [...form.copy].length,
      seo_title: form.seoTitle.trim(),
      seo_description: form.seoDescription.trim(),
      seo_keywords: form.seoKeywords,
    },
  };
}

/** The stored time, when the input still shows it: it may hold seconds, or an hour that a clock change shows twice. */
export function scheduleOf(input: string, stored: string): string {
  return input === toLocalInput(stored) ? stored : fromLocalInput(input);
}

/** Why a form cannot be saved as it is; a draft may be anything but empty. */
export function problemsOf(form: VariantForm): VariantProblem[] {
  const goesOut = form.status === "scheduled" || form.status === "published";
  return [
    ...(form.copy.trim() === "" ? (["copyMissing"] as const) : []),
    ...(goesOut && charactersOver(form.platform, form.copy) > 0 ? (["tooLong"] as const) : []),
    ...(form.status === "scheduled" && form.scheduledAt === "" ? (["timeMissing"] as const) : []),
  ];
}

/** The copy with those hashtags at its end that it does not hold yet. */
export function withHashtags(copy: string, hashtags: readonly string[]): string {
  const words = new Set(copy.toLowerCase().split(/\s+/));
  const missing = hashtags.map((tag) => (tag.startsWith("#") ? tag : `#${tag}`)).filter((tag) => !words.has(tag.toLowerCase()));
  return missing.length === 0 ? copy : `${copy.trimEnd()}\n\n${missing.join(" ")}`;
}
