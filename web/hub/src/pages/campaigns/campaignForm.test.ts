import { describe, expect, it } from "vitest";
import type { Campaign } from "@/data/records";
import { endsBeforeStart, isBudget, toForm, toValues } from "@/pages/campaigns/campaignForm";
import { adopt, toRequest, toStrategy } from "@/pages/campaigns/strategyAi";

const campaign = {
  name: "Sundays",
  campaign_type: "awareness",
  status: "active",
  worksheet_id: "w1",
  product_id: "p1",
  budget: 45000000,
  start_date: "2026-01-31 00:00:00.000Z",
  end_date: "",
  kpi_targets: { reach: 1000, strategy: { goal: "300 sign-ups", positioning: "The simple one", channel: "kept" } },
} as unknown as Campaign;

describe("a campaign's form", () => {
  it("sends nothing when nothing was changed", () => {
    expect(toValues(toForm(campaign), campaign)).toEqual({});
  });

  it("keeps targets that it does not know", () => {
    expect(toValues({ ...toForm(campaign), goal: "400", positioning: "" }, campaign)).toEqual({
      kpi_targets: { reach: 1000, strategy: { goal: "400", channel: "kept" } },
    });
  });

  it("stores days as they are, in every zone", () => {
    expect(toForm(campaign).start).toBe("2026-01-31");
    expect(toValues({ ...toForm(campaign), end: "2026-02-28" }, campaign)).toEqual({ end_date: "2026-02-28 00:00:00.000Z" });
  });

  it("sends all of a new one", () => {
    expect(toValues({ ...toForm(null), name: " A ", budget: "12.5", strategyName: "S" }, null)).toEqual({
      name: "A",
      campaign_type: "awareness",
      status: "planned",
      worksheet_id: "",
      product_id: "",
      budget: 12.5,
      start_date: "",
      end_date: "",
      kpi_targets: { strategy: { name: "S" } },
    });
  });

  it("knows a budget and an order of days", () => {
    expect(["", "0", "12.5", "-1", "much"].map(isBudget)).toEqual([true, true, true, false, false]);
    const dated = (start: string, end: string) => endsBeforeStart({ ...toForm(null), start, end });
    expect([dated("2026-02-01", "2026-01-31"), dated("2026-02-01", "2026-02-01"), dated("", "2026-01-01"), dated("2026-01-01", "")]).toEqual([true, false, false, false]);
  });
});

describe("the assistant's strategy", () => {
  const strategy = { strategyName: "Sunday back", acquisitionStrategy: "A", positioning: "P", valueProposition: "V", toneOfVoice: "T" };
  const request = { worksheetId: "w2", campaignType: "conversion", productId: "", goal: "G", language: "English" as const };

  it("is read whole, its name too", () => {
    expect(toStrategy({ marketingStrategy: { name: "Sunday back", acquisitionStrategy: "A", positioning: "P", valueProposition: "V", toneOfVoice: "T" } })).toEqual(strategy);
    expect(toStrategy({ marketingStrategy: {} })).toBeNull();
    expect(toStrategy({})).toBeNull();
  });

  it("names a campaign without a name, and brings along what it was asked for", () => {
    expect(adopt(toForm(null), strategy, request)).toMatchObject({ ...strategy, name: "Sunday back", type: "conversion", worksheet: ["w2"], product: [], goal: "G" });
  });

  it("does not rename a campaign", () => {
    expect(adopt(toForm(campaign), strategy, request)).toMatchObject({ name: "Sundays", strategyName: "Sunday back" });
  });

  it("is asked for with what the form holds, or as the last time", () => {
    expect(toRequest(undefined, toForm(campaign))).toEqual({ worksheetId: "w1", campaignType: "awareness", productId: "p1", goal: "300 sign-ups", language: "Vietnamese" });
    expect(toRequest({ ...request }, toForm(campaign))).toEqual(request);
  });
});
