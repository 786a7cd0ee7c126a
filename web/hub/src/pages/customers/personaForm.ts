import { changes, withoutEmpty } from "@/data/changes";
import { toObject, toText, toTexts } from "@/data/json";
import { fromLines, toLines } from "@/data/lines";
import type { Persona } from "@/data/records";

/** What the assistant can write, too. Texts named "lines" hold one entry a line. */
export interface PersonaProfile {
  name: string;
  summary: string;
  age: string;
  gender: string;
  location: string;
  occupation: string;
  income: string;
  values: string;
  interests: string;
  personality: string;
  motivation: string;
  goalLines: string;
  painLines: string;
}

export interface PersonaForm extends PersonaProfile {
  avatar: string[];
}

export const demographicFields = ["age", "gender", "location", "occupation", "income"] as const;
export const psychographicFields = ["values", "interests", "personality", "motivation"] as const;

export function toForm(persona: Persona | null): PersonaForm {
  const demographics = toObject(persona?.demographics);
  const psychographics = toObject(persona?.psychographics);
  return {
    name: persona?.persona_name ?? "",
    summary: persona?.summary ?? "",
    age: toText(demographics["age"]),
    gender: toText(demographics["gender"]),
    location: toText(demographics["location"]),
    occupation: toText(demographics["occupation"]),
    income: toText(demographics["income"]),
    values: toText(psychographics["values"]),
    interests: toText(psychographics["interests"]),
    personality: toText(psychographics["personality"]),
    motivation: toText(psychographics["motivation"]),
    goalLines: toLines(toTexts(psychographics["goals"])),
    painLines: toLines(toTexts(psychographics["pain_points"])),
    avatar: persona?.avatar ? [persona.avatar] : [],
  };
}

/** What is to be saved: all of a new persona, and of an existing one what was changed. */
export function toValues(form: PersonaForm, persona: Persona | null): Record<string, unknown> {
  const values = write(form, persona);
  return persona ? changes(write(toForm(persona), persona), values) : values;
}

// Entries that the form does not know stay as they are.
function write(form: PersonaForm, persona: Persona | null): Record<string, unknown> {
  const trimmed = (names: readonly (keyof PersonaProfile)[]) => Object.fromEntries(names.map((name) => [name, form[name].trim()]));
  return {
    persona_name: form.name.trim(),
    summary: form.summary.trim(),
    demographics: withoutEmpty({ ...toObject(persona?.demographics), ...trimmed(demographicFields) }),
    psychographics: {
      ...withoutEmpty({ ...toObject(persona?.psychographics), ...trimmed(psychographicFields) }),
      goals: fromLines(form.goalLines),
      pain_points: fromLines(form.painLines),
    },
    avatar: form.avatar[0] ?? "",
  };
}
