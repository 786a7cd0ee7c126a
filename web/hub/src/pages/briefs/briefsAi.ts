import { toTexts } from "@/data/json";

/** What a run has made. */
export interface BriefsResult {
  created: number;
  expected: number;
  warnings: string[];
}

/** The counts in the agent's answer. */
export function toResult(payload: Record<string, unknown>): BriefsResult | null {
  const { totalCreated, totalExpected, warnings } = payload;
  return typeof totalCreated === "number"
    ? { created: totalCreated, expected: typeof totalExpected === "number" ? totalExpected : totalCreated, warnings: toTexts(warnings) }
    : null;
}

export const fewestAngles = 1;
export const mostAngles = 10;
export const usualAngles = 6;

/** Whether the agent takes this number of angles for each stage. */
export function isAngles(text: string): boolean {
  const count = Number(text);
  return Number.isInteger(count) && count >= fewestAngles && count <= mostAngles;
}
