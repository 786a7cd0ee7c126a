import { afterEach, expect, it, vi } from "vitest";
import { countByPlatform, countByStatus, countByWeek, mondayOf, type VariantFacts } from "@/pages/dashboard/numbers";

afterEach(() => vi.unstubAllEnvs());

const variant = (part: Partial<VariantFacts>): VariantFacts => ({ platform: "facebook", publish_status: "draft", published_at: "", created: "2026-11-02 00:00:00.000Z", ...part });

it("counts name every status and platform, those without any too", () => {
  const variants = [variant({}), variant({ platform: "blog", publish_status: "published" })];
  expect(countByStatus(variants)).toEqual([
    { status: "draft", count: 1 },
    { status: "scheduled", count: 0 },
    { status: "published", count: 1 },
    { status: "failed", count: 0 },
  ]);
  expect(countByPlatform(variants).filter(({ count }) => count > 0)).toEqual([
    { platform: "facebook", count: 1 },
    { platform: "blog", count: 1 },
  ]);
  expect(countByPlatform(variants)).toHaveLength(8);
});

it("a week begins on Monday in the user's zone", () => {
  vi.stubEnv("TZ", "Asia/Ho_Chi_Minh");
  // Sunday 22:00 in London is Monday 05:00 in Ho Chi Minh City.
  expect(mondayOf(new Date("2026-11-08T22:00:00Z"))).toBe("2026-11-09");
  vi.stubEnv("TZ", "Europe/London");
  expect(mondayOf(new Date("2026-11-08T22:00:00Z"))).toBe("2026-11-02");
});

it("weeks go on over a change of the clock", () => {
  vi.stubEnv("TZ", "America/New_York");
  expect(countByWeek([], new Date("2026-11-10T12:00:00Z"), 3).map(({ monday }) => monday)).toEqual(["2026-10-26", "2026-11-02", "2026-11-09"]);
});

it("written counts by creation, published by publication", () => {
  vi.stubEnv("TZ", "UTC");
  const variants = [variant({ publish_status: "published", published_at: "2026-11-10 08:00:00.000Z" }), variant({ publish_status: "failed", published_at: "2026-11-10 08:00:00.000Z" })];
  expect(countByWeek(variants, new Date("2026-11-12T12:00:00Z"), 2)).toEqual([
    { monday: "2026-11-02", written: 2, published: 0 },
    { monday: "2026-11-09", written: 0, published: 1 },
  ]);
});
