import { toObject, toText, toTexts } from "@/data/json";
import type { BrandIdentity } from "@/pages/brands/brandForm";

/** The identity in the agent's answer. */
export function toIdentity(payload: Record<string, unknown>): BrandIdentity | null {
  const identity = toObject(payload["brandIdentity"]);
  const name = toText(identity["brandName"]);
  return name === ""
    ? null
    : {
        name,
        slogan: toText(identity["slogan"]),
        mission: toText(identity["missionStatement"]),
        keywords: [...new Set(toTexts(identity["keywords"]))],
        colors: toTexts(identity["colorPalette"]),
      };
}
