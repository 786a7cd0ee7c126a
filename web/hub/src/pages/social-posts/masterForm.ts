import { toText, toTexts } from "@/data/json";
import type { MasterContent } from "@/data/records";
import { toPlain } from "@/data/richText";

/** A master content as its dialog edits it. */
export interface MasterForm {
  campaignId: string;
  coreMessage: string;
  extendedMessage: string;
  callToAction: string;
  hashtags: string[];
  mediaIds: string[];
  approvalStatus: MasterContent["approval_status"];
}

export const emptyMaster: MasterForm = {
  campaignId: "",
  coreMessage: "",
  extendedMessage: "",
  callToAction: "",
  hashtags: [],
  mediaIds: [],
  approvalStatus: "pending",
};

export function toMasterForm(record: MasterContent): MasterForm {
  const metadata = record.metadata ?? {};
  return {
    campaignId: record.campaign_id,
    coreMessage: toPlain(record.core_message),
    extendedMessage: toText(metadata["extended_message"]),
    callToAction: toText(metadata["call_to_action"]),
    hashtags: splitTags(metadata["suggested_hashtags"]),
    mediaIds: record.primaryMediaIds,
    approvalStatus: record.approval_status,
  };
}

/** What is stored; members of the metadata that the form does not know stay. */
export function fromMasterForm(form: MasterForm, before?: MasterContent) {
  const stored = before?.core_message ?? "";
  return {
    campaign_id: form.campaignId,
    // Stored HTML stays while nobody has touched its text.
    core_message: form.coreMessage === toPlain(stored) ? stored : form.coreMessage.trim(),
    primaryMediaIds: form.mediaIds,
    approval_status: form.approvalStatus,
    metadata: {
      ...before?.metadata,
      extended_message: form.extendedMessage.trim(),
      call_to_action: form.callToAction.trim(),
      suggested_hashtags: form.hashtags,
    },
  };
}

/** Hashtags and keywords come as an array or as one text: `#one #two`, `one, two`. */
export function splitTags(value: unknown): string[] {
  const texts = toTexts(value);
  const parts = typeof value === "string" ? texts.flatMap((text) => text.split(text.includes(",") ? "," : /\s+(?=#)/)) : texts;
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ""))];
}
