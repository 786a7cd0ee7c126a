import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dayOf, fromDay, fromLocalInput, toDate, toDay, toLocalInput } from "@/format/dates";

describe.each(["UTC", "Asia/Ho_Chi_Minh", "America/New_York"])("dates in %s", (zone) => {
  beforeEach(() => vi.stubEnv("TZ", zone));
  afterEach(() => vi.unstubAllEnvs());

  it("survive any number of edits unchanged", () => {
    let stored = "2026-03-08 09:30:00.000Z";
    for (let edit = 0; edit < 5; edit++) {
      stored = fromLocalInput(toLocalInput(stored)).replace("T", " ");
    }

    expect(stored).toBe("2026-03-08 09:30:00.000Z");
  });

  it("keep a day the same day", () => {
    expect(dayOf(fromDay("2026-12-31"))).toBe("2026-12-31");
    expect(fromDay("")).toBe("");
  });

  it("take an empty or unreadable date for none", () => {
    expect(toDate("")).toBeNull();
    expect(toDate("soon")).toBeNull();
    expect(toLocalInput("")).toBe("");
    expect(fromLocalInput("")).toBe("");
    expect(fromLocalInput("soon")).toBe("");
  });
});

describe("dates", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("are shown in the user's zone", () => {
    vi.stubEnv("TZ", "Asia/Ho_Chi_Minh");

    expect(toLocalInput("2026-01-31 20:00:00.000Z")).toBe("2026-02-01T03:00");
    expect(fromLocalInput("2026-02-01T03:00")).toBe("2026-01-31T20:00:00.000Z");
    expect(toDay(new Date("2026-01-31T20:00:00Z"))).toBe("2026-02-01");
  });
});
