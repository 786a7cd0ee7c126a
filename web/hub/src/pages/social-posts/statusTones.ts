import { toDate } from "@/format/dates";
import type { MasterContent, PlatformVariant } from "@/data/records";
import type { Tone } from "@/ui/Badge";

export const approvalTones: Readonly<Record<MasterContent["approval_status"], Tone>> = {
  "": "neutral",
  pending: "warning",
  approved: "success",
  rejected: "danger",
  revision_needed: "warning",
};

export const publishTones: Readonly<Record<PlatformVariant["publish_status"], Tone>> = {
  draft: "neutral",
  scheduled: "accent",
  published: "success",
  failed: "danger",
};

/** A scheduled variant whose time has come. */
export function isDue(variant: PlatformVariant, now = new Date()): boolean {
  const time = toDate(variant.scheduled_at);
  return variant.publish_status === "scheduled" && time !== null && time <= now;
}
