import { defaultLanguage, type GeneratedLanguage } from "@/agent/LanguageSelect";
import { toObject, toText } from "@/data/json";
import type { CampaignForm, StrategyForm } from "@/pages/campaigns/campaignForm";

/** What the agent needs to know to write a strategy. */
export interface StrategyRequest {
  worksheetId: string;
  campaignType: string;
  productId: string;
  goal: string;
  language: GeneratedLanguage;
}

/** What a run was asked for, to go on with after its dialog was closed; or else what the form holds. */
export function toRequest(body: Record<string, unknown> | undefined, form: CampaignForm): StrategyRequest {
  return body
    ? {
        worksheetId: toText(body["worksheetId"]),
        campaignType: toText(body["campaignType"]),
        productId: toText(body["productId"]),
        goal: toText(body["goal"]),
        language: body["language"] as GeneratedLanguage,
      }
    : { worksheetId: form.worksheet[0] ?? "", campaignType: form.type || "awareness", productId: form.product[0] ?? "", goal: form.goal, language: defaultLanguage };
}

/** The strategy in the agent's answer. */
export function toStrategy(payload: Record<string, unknown>): StrategyForm | null {
  const strategy = toObject(payload["marketingStrategy"]);
  const result: StrategyForm = {
    strategyName: toText(strategy["name"]),
    acquisitionStrategy: toText(strategy["acquisitionStrategy"]),
    positioning: toText(strategy["positioning"]),
    valueProposition: toText(strategy["valueProposition"]),
    toneOfVoice: toText(strategy["toneOfVoice"]),
  };
  return Object.values(result).every((text) => text === "") ? null : result;
}

/** What the form becomes: the strategy with what it was asked for. A campaign without a name takes the strategy's. */
export function adopt(form: CampaignForm, strategy: StrategyForm, request: StrategyRequest): CampaignForm {
  return {
    ...form,
    ...strategy,
    name: form.name.trim() === "" ? strategy.strategyName : form.name,
    type: request.campaignType as CampaignForm["type"],
    worksheet: [request.worksheetId].filter(Boolean),
    product: [request.productId].filter(Boolean),
    goal: request.goal,
  };
}
