import { describe, expect, it } from "vitest";
import type { Persona } from "@/data/records";
import { toProfile } from "@/pages/customers/personaAi";
import { toForm, toValues } from "@/pages/customers/personaForm";

const persona = {
  persona_name: "Linh",
  summary: "Runs a shop",
  demographics: { age: "34", gender: "Female", children: "2" },
  psychographics: { values: "Fairness", goals: ["Sundays off, at last"], pain_points: ["Three notebooks"] },
  avatar: "m1",
} as unknown as Persona;

const answer = {
  customerProfile: {
    personaName: "Linh",
    summary: "Runs a shop",
    demographics: { age: "34", gender: "Female", location: "Đà Nẵng", occupation: "Owner", income: "25m" },
    psychographics: { values: "Fairness", interests: "Crafts", personality: "Warm" },
    goalsAndMotivations: { primaryGoal: "Order", secondaryGoal: "Rest", motivation: "Family" },
    painPointsAndChallenges: { primaryPain: "Notebooks", challenges: "Season", frustrations: "Errors" },
  },
};

describe("a persona's form", () => {
  it("sends nothing when nothing was changed", () => {
    expect(toValues(toForm(persona), persona)).toEqual({});
  });

  it("keeps entries that it does not know, and drops emptied ones", () => {
    expect(toValues({ ...toForm(persona), age: "35", gender: "" }, persona)).toEqual({ demographics: { age: "35", children: "2" } });
  });

  it("writes goals and pain points as lists, whatever they were", () => {
    const old = { ...persona, psychographics: { goals: { primaryGoal: "Order", motivation: "Family" }, pain_points: "Notebooks" } } as unknown as Persona;

    expect(toForm(old)).toMatchObject({ goalLines: "Order\nFamily", painLines: "Notebooks" });
    expect(toValues({ ...toForm(old), painLines: "Notebooks\nSeason" }, old)).toEqual({
      psychographics: { goals: ["Order", "Family"], pain_points: ["Notebooks", "Season"] },
    });
  });
});

describe("the assistant's profile", () => {
  it("is saved whole", () => {
    const profile = toProfile(answer);

    expect(profile && toValues({ ...profile, avatar: [] }, null)).toEqual({
      persona_name: "Linh",
      summary: "Runs a shop",
      demographics: { age: "34", gender: "Female", location: "Đà Nẵng", occupation: "Owner", income: "25m" },
      psychographics: {
        values: "Fairness",
        interests: "Crafts",
        personality: "Warm",
        motivation: "Family",
        goals: ["Order", "Rest"],
        pain_points: ["Notebooks", "Season", "Errors"],
      },
      avatar: "",
    });
  });

  it("joins its lists with its objects, each entry once", () => {
    const profile = toProfile({ customerProfile: { ...answer.customerProfile, goals: ["Order", "Growth"], painPoints: ["notebooks"] } });

    expect(profile).toMatchObject({ goalLines: "Order\nGrowth\nRest", painLines: "Notebooks\nSeason\nErrors" });
  });

  it("is refused without a name", () => {
    expect(toProfile({ customerProfile: { summary: "x" } })).toBeNull();
    expect(toProfile({})).toBeNull();
  });
});
