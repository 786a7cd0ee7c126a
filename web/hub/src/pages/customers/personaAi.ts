import { toObject, toText, toTexts } from "@/data/json";
import { toLines } from "@/data/lines";
import type { PersonaProfile } from "@/pages/customers/personaForm";

/** The profile in the agent's answer, all of it: goals and pain points come as lists, as objects with a text for each kind, or both. */
export function toProfile(payload: Record<string, unknown>): PersonaProfile | null {
  const profile = toObject(payload["customerProfile"]);
  const name = toText(profile["personaName"]);
  if (name === "") {
    return null;
  }

  const demographics = toObject(profile["demographics"]);
  const psychographics = toObject(profile["psychographics"]);
  const { motivation, ...goals } = toObject(profile["goalsAndMotivations"]);
  return {
    name,
    summary: toText(profile["summary"]),
    age: toText(demographics["age"]),
    gender: toText(demographics["gender"]),
    location: toText(demographics["location"]),
    occupation: toText(demographics["occupation"]),
    income: toText(demographics["income"]),
    values: toText(psychographics["values"]),
    interests: toText(psychographics["interests"]),
    personality: toText(psychographics["personality"]),
    motivation: toText(motivation),
    goalLines: distinctLines(profile["goals"], goals),
    painLines: distinctLines(profile["painPoints"], profile["painPointsAndChallenges"]),
  };
}

function distinctLines(...sources: unknown[]): string {
  const known = new Map(sources.flatMap(toTexts).map((text) => [text.toLowerCase(), text]));
  return toLines([...known.values()]);
}
