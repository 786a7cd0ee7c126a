import { changes } from "@/data/changes";
import type { ContentBrief } from "@/data/records";
import { toPlain, toRich } from "@/data/richText";

export type Stage = ContentBrief["funnel_stage"];

export interface BriefForm {
  name: string;
  stage: Stage;
  angle: ContentBrief["psychological_angle"];
  pain: string;
  message: string;
  callToAction: string;
  brief: string;
}

/** From first contact to loyal customer. */
export const stages: readonly Stage[] = ["Awareness", "Consideration", "Conversion", "Retention"];
export const angles: readonly BriefForm["angle"][] = ["Fear", "Emotion", "Logic", "Social Proof", "Urgency", "Curiosity"];

export function toForm(brief: ContentBrief | null, stage: Stage): BriefForm {
  return {
    name: brief?.angle_name ?? "",
    stage: brief?.funnel_stage ?? stage,
    angle: brief?.psychological_angle ?? "Emotion",
    pain: brief?.pain_point_focus ?? "",
    message: brief?.key_message_variation ?? "",
    callToAction: brief?.call_to_action_direction ?? "",
    brief: toPlain(brief?.brief ?? ""),
  };
}

/** What is to be saved: all of a new brief with its campaign, and of an existing one what was changed. */
export function toValues(form: BriefForm, brief: ContentBrief | null, campaignId: string): Record<string, unknown> {
  const values = write(form);
  return brief ? changes(write(toForm(brief, brief.funnel_stage)), values) : { ...values, campaign_id: campaignId };
}

function write(form: BriefForm): Record<string, unknown> {
  return {
    angle_name: form.name.trim(),
    funnel_stage: form.stage,
    psychological_angle: form.angle,
    pain_point_focus: form.pain.trim(),
    key_message_variation: form.message.trim(),
    call_to_action_direction: form.callToAction.trim(),
    brief: toRich(form.brief),
  };
}
