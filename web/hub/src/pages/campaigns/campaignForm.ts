import { changes, withoutEmpty } from "@/data/changes";
import { toObject, toText } from "@/data/json";
import type { Campaign } from "@/data/records";
import { dayOf, fromDay } from "@/format/dates";

/** How a campaign is to reach its goal. */
export interface StrategyForm {
  strategyName: string;
  acquisitionStrategy: string;
  positioning: string;
  valueProposition: string;
  toneOfVoice: string;
}

export interface CampaignForm extends StrategyForm {
  name: string;
  type: Campaign["campaign_type"];
  status: Campaign["status"];
  worksheet: string[];
  product: string[];
  budget: string;
  /** Days, `2026-01-31`, or empty. */
  start: string;
  end: string;
  goal: string;
}

export const types = ["awareness", "conversion", "retargeting", "newsletter", "social_series"] as const;
export const statuses = ["planned", "active", "paused", "completed", "cancelled"] as const;

export function toForm(campaign: Campaign | null): CampaignForm {
  const strategy = toObject(campaign?.kpi_targets?.strategy);
  return {
    name: campaign?.name ?? "",
    type: campaign?.campaign_type ?? "awareness",
    status: campaign?.status ?? "planned",
    worksheet: campaign?.worksheet_id ? [campaign.worksheet_id] : [],
    product: campaign?.product_id ? [campaign.product_id] : [],
    // PocketBase has no "none" for numbers: 0 is what a campaign without budget holds.
    budget: campaign?.budget ? String(campaign.budget) : "",
    start: dayOf(campaign?.start_date ?? ""),
    end: dayOf(campaign?.end_date ?? ""),
    goal: toText(strategy["goal"]),
    strategyName: toText(strategy["name"]),
    acquisitionStrategy: toText(strategy["acquisitionStrategy"]),
    positioning: toText(strategy["positioning"]),
    valueProposition: toText(strategy["valueProposition"]),
    toneOfVoice: toText(strategy["toneOfVoice"]),
  };
}

/** What is to be saved: all of a new campaign, and of an existing one what was changed. */
export function toValues(form: CampaignForm, campaign: Campaign | null): Record<string, unknown> {
  const values = write(form, campaign);
  return campaign ? changes(write(toForm(campaign), campaign), values) : values;
}

/** Which dates cannot be: a campaign ends on the day it starts, or later. */
export function endsBeforeStart({ start, end }: CampaignForm): boolean {
  return start !== "" && end !== "" && end < start;
}

/** Whether the budget is a number, 0 or more; none is 0. */
export function isBudget(budget: string): boolean {
  return budget.trim() === "" || (Number.isFinite(Number(budget)) && Number(budget) >= 0);
}

// Targets that the form does not know stay as they are.
function write(form: CampaignForm, campaign: Campaign | null): Record<string, unknown> {
  return {
    name: form.name.trim(),
    campaign_type: form.type,
    status: form.status,
    worksheet_id: form.worksheet[0] ?? "",
    product_id: form.product[0] ?? "",
    budget: form.budget.trim() === "" ? 0 : Number(form.budget),
    start_date: fromDay(form.start),
    end_date: fromDay(form.end),
    kpi_targets: {
      ...toObject(campaign?.kpi_targets),
      strategy: withoutEmpty({
        ...toObject(campaign?.kpi_targets?.strategy),
        name: form.strategyName.trim(),
        goal: form.goal.trim(),
        acquisitionStrategy: form.acquisitionStrategy.trim(),
        positioning: form.positioning.trim(),
        valueProposition: form.valueProposition.trim(),
        toneOfVoice: form.toneOfVoice.trim(),
      }),
    },
  };
}
