import { describe, expect, it } from "vitest";
import type { ContentBrief } from "@/data/records";
import { toForm, toValues } from "@/pages/briefs/briefForm";
import { isAngles, toResult } from "@/pages/briefs/briefsAi";

const brief = {
  angle_name: "Sunday",
  funnel_stage: "Conversion",
  psychological_angle: "Social Proof",
  pain_point_focus: "Counting",
  key_message_variation: "Rest",
  call_to_action_direction: "Watch",
  brief: "<p>Film <b>Linh</b></p>",
} as ContentBrief;

describe("a brief's form", () => {
  it("sends nothing when nothing was changed, so formatted text keeps its format", () => {
    expect(toForm(brief, "Awareness")).toMatchObject({ stage: "Conversion", brief: "Film Linh" });
    expect(toValues(toForm(brief, "Awareness"), brief, "c1")).toEqual({});
  });

  it("sends what was changed", () => {
    expect(toValues({ ...toForm(brief, "Awareness"), stage: "Retention", brief: "Film\n\nCut" }, brief, "c1")).toEqual({
      funnel_stage: "Retention",
      brief: "<p>Film</p><p>Cut</p>",
    });
  });

  it("begins in the stage it was asked for, and belongs to its campaign", () => {
    expect(toValues({ ...toForm(null, "Consideration"), name: " N " }, null, "c1")).toMatchObject({
      campaign_id: "c1",
      angle_name: "N",
      funnel_stage: "Consideration",
      psychological_angle: "Emotion",
    });
  });
});

describe("the assistant's briefs", () => {
  it("are counted", () => {
    expect(toResult({ totalCreated: 3, totalExpected: 4, warnings: ["one is lost"] })).toEqual({ created: 3, expected: 4, warnings: ["one is lost"] });
    expect(toResult({ totalCreated: 4 })).toEqual({ created: 4, expected: 4, warnings: [] });
    expect(toResult({})).toBeNull();
  });

  it("are one to ten a stage", () => {
    expect(["1", "10", "0", "11", "2.5", "", "x"].map(isAngles)).toEqual([true, true, false, false, false, false, false]);
  });
});
