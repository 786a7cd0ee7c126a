import { defaultLanguage, type GeneratedLanguage } from "@/agent/LanguageSelect";
import { toTexts } from "@/data/json";

/** What the agent needs to know to write a worksheet. */
export interface WorksheetRequest {
  brandIds: string[];
  customerIds: string[];
  language: GeneratedLanguage;
}

/** What a run was asked for, to go on with after its dialog was closed; or else what the form holds. */
export function toRequest(body: Record<string, unknown> | undefined, brands: string[], personas: string[]): WorksheetRequest {
  return body
    ? { brandIds: toTexts(body["brandIds"]), customerIds: toTexts(body["customerIds"]), language: body["language"] as GeneratedLanguage }
    : { brandIds: brands, customerIds: personas, language: defaultLanguage };
}

/** The worksheet in the agent's answer, or what was streamed of it. */
export function toContent(payload: Record<string, unknown>, text: string): string | null {
  const { worksheet } = payload;
  const content = typeof worksheet === "string" && worksheet.trim() !== "" ? worksheet : text;
  return content.trim() === "" ? null : content;
}
