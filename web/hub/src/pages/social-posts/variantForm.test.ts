import { afterEach, describe, expect, it, vi } from "vitest";
import type { PlatformVariant } from "@/data/records";
import { emptyVariant, fromVariantForm, problemsOf, scheduleOf, toVariantForm, withHashtags } from "@/pages/social-posts/variantForm";

const stored = {
  id: "variant00000001",
  platform: "twitter",
  adapted_copy: "Three notebooks, one phone.",
  platformMediaIds: ["media0000000001"],
  publish_status: "scheduled",
  scheduled_at: "2026-03-01 02:30:15.000Z",
  published_at: "",
  metadata: { hashtags: "#One #Two", seo_keywords: ["stock", "shop"], confidence_score: 4.5, ai_prompt: "kept" },
} as unknown as PlatformVariant;

afterEach(() => vi.unstubAllEnvs());

describe.each(["UTC", "Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Chatham"])("in %s", (zone) => {
  it("an edit that leaves the time alone leaves it as stored, to the second", () => {
    vi.stubEnv("TZ", zone);
    const once = fromVariantForm(toVariantForm(stored), stored);
    expect(once.scheduled_at).toBe("2026-03-01 02:30:15.000Z");

    const again = fromVariantForm(toVariantForm({ ...stored, ...once } as PlatformVariant), { ...stored, ...once } as PlatformVariant);
    expect(again.scheduled_at).toBe("2026-03-01 02:30:15.000Z");
  });
});

it("a time is typed in the user's zone and stored in UTC", () => {
  vi.stubEnv("TZ", "Asia/Ho_Chi_Minh");
  expect(scheduleOf("2026-03-01T16:00", "")).toBe("2026-03-01T09:00:00.000Z");
  expect(toVariantForm({ ...stored, scheduled_at: "2026-03-01 09:00:00.000Z" } as PlatformVariant).scheduledAt).toBe("2026-03-01T16:00");
  expect(scheduleOf("", "2026-03-01 09:00:00.000Z")).toBe("");
});

it("the hour that the end of summer time shows twice stays the one that was stored", () => {
  vi.stubEnv("TZ", "America/New_York");
  const second = "2026-11-01 06:30:00.000Z";
  expect(scheduleOf(toVariantForm({ ...stored, scheduled_at: second } as PlatformVariant).scheduledAt, second)).toBe(second);
});

it("metadata that the form does not know stays, and hashtags may be one text", () => {
  const values = fromVariantForm({ ...toVariantForm(stored), callToAction: " Try it " }, stored);
  expect(values.metadata).toMatchObject({ ai_prompt: "kept", hashtags: ["#One", "#Two"], seo_keywords: ["stock", "shop"], call_to_action: "Try it", confidence_score: 4.5, character_count: 27 });
});

it("publishing by hand notes the time, once", () => {
  const now = new Date("2026-05-01T10:00:00Z");
  expect(fromVariantForm({ ...toVariantForm(stored), status: "published" }, stored, now)).toMatchObject({ published_at: "2026-05-01T10:00:00.000Z" });
  expect(fromVariantForm({ ...toVariantForm(stored), status: "published" }, { ...stored, published_at: "2026-04-01 00:00:00.000Z" } as PlatformVariant, now)).not.toHaveProperty("published_at");
});

it("a draft may be too long, what goes out may not", () => {
  const long = { ...emptyVariant, platform: "twitter" as const, copy: "x".repeat(281) };
  expect(problemsOf(long)).toEqual([]);
  expect(problemsOf({ ...long, status: "scheduled" })).toEqual(["tooLong", "timeMissing"]);
  expect(problemsOf({ ...long, copy: "x".repeat(280), status: "scheduled", scheduledAt: "2026-03-01T09:00" })).toEqual([]);
  expect(problemsOf({ ...emptyVariant, copy: "  " })).toEqual(["copyMissing"]);
});

it("an emoji is one character of a limit", () => {
  expect(problemsOf({ ...emptyVariant, platform: "twitter", copy: "🌿".repeat(280), status: "published" })).toEqual([]);
});

it("hashtags are appended once", () => {
  expect(withHashtags("Hello #one", ["#One", "two"])).toBe("Hello #one\n\n#two");
  expect(withHashtags("Hello #one", ["#One"])).toBe("Hello #one");
});
