import type { GeneratedLanguage } from "@/agent/LanguageSelect";
import { toObject, toText } from "@/data/json";
import { platforms } from "@/data/platforms";
import type { Platform } from "@/data/records";
import type { MasterForm } from "@/pages/social-posts/masterForm";
import { splitTags } from "@/pages/social-posts/masterForm";
import { emptyVariant, type VariantForm } from "@/pages/social-posts/variantForm";

/** Languages that the generators of posts write. */
export const postLanguages: readonly GeneratedLanguage[] = ["Vietnamese", "English", "Japanese", "Korean", "Chinese", "Spanish"];

export function masterKey(campaignId: string): string {
  return `master:${campaignId}`;
}

export function variantsKey(masterId: string): string {
  return `variants:${masterId}`;
}

/** A message that the assistant wrote. The user decides whether the short or the long form becomes the message. */
export interface GeneratedMaster {
  use: "core" | "extended";
  core: string;
  extended: string;
  callToAction: string;
  hashtags: string[];
}

/** Reads `done` of `/generate-master-content`; null without a message. */
export function parseMaster(payload: Record<string, unknown>): GeneratedMaster | null {
  const content = toObject(payload["masterContent"]);
  const core = toText(content["core_message"]);
  return core === ""
    ? null
    : {
        use: "core",
        core,
        extended: toText(content["extended_message"]),
        callToAction: toText(content["call_to_action"]),
        hashtags: splitTags(content["suggested_hashtags"]),
      };
}

/** The fields of the form that a generated message fills. */
export function toMasterFields({ use, core, extended, callToAction, hashtags }: GeneratedMaster): Partial<MasterForm> {
  return { coreMessage: use === "core" ? core : extended, extendedMessage: use === "core" ? extended : "", callToAction, hashtags };
}

/** A variant that the assistant wrote. */
export interface GeneratedVariant {
  /** Whether the user wants it. */
  chosen: boolean;
  /** It is stored already: a second attempt to save the rest leaves it out. */
  saved: boolean;
  form: VariantForm;
}

/** Reads `done` of `/generate-platform-variants`; null when there is nothing to use. */
export function parseVariants(payload: Record<string, unknown>): GeneratedVariant[] | null {
  const items: unknown[] = Array.isArray(payload["variants"]) ? payload["variants"] : [];
  const variants = items.flatMap((item) => {
    const fields = toObject(item);
    const platform = fields["platform"];
    const copy = fields["adaptedCopy"];
    return isPlatform(platform) && typeof copy === "string" && copy.trim() !== "" ? [{ chosen: true, saved: false, form: formOf(platform, copy, fields) }] : [];
  });
  return variants.length === 0 ? null : variants;
}

function formOf(platform: Platform, copy: string, fields: Record<string, unknown>): VariantForm {
  return {
    ...emptyVariant,
    platform,
    copy,
    hashtags: splitTags(fields["hashtags"]),
    callToAction: toText(fields["callToAction"]),
    summary: toText(fields["summary"]),
    platformTips: toText(fields["platformTips"]),
    optimizationNotes: toText(fields["optimizationNotes"]),
    confidence: toText(fields["confidenceScore"]),
    seoTitle: toText(fields["seoTitle"]),
    seoDescription: toText(fields["seoDescription"]),
    seoKeywords: splitTags(fields["seoKeywords"]),
  };
}

/** What a batch has made. Its records are stored already. */
export interface BatchResult {
  masters: number;
  variants: number;
  flags: { type: string; message: string }[];
}

/** Reads `done` of `/batch-generate-posts`. */
export function parseBatch(payload: Record<string, unknown>): BatchResult {
  const flags: unknown[] = Array.isArray(payload["editorFlags"]) ? payload["editorFlags"] : [];
  return {
    masters: Number(payload["mastersCount"]) || 0,
    variants: Number(payload["variantsCount"]) || 0,
    flags: flags.map(toObject).map(({ type, message }) => ({ type: toText(type), message: toText(message) })),
  };
}

function isPlatform(value: unknown): value is Platform {
  return platforms.some((platform) => platform === value);
}
