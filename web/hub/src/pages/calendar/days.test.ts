import { afterEach, expect, it, vi } from "vitest";
import { addDays, addMonths, isMonth, stepOf, weeksOf } from "@/pages/calendar/days";
import { toForm, toValues } from "@/pages/calendar/eventForm";
import type { InspirationEvent } from "@/data/records";

afterEach(() => vi.unstubAllEnvs());

it("weeks begin on Monday and cover the month", () => {
  const weeks = weeksOf("2026-02");
  expect(weeks).toHaveLength(5);
  expect(weeks[0]?.[0]).toBe("2026-01-26");
  expect(weeks.at(-1)?.at(-1)).toBe("2026-03-01");
  expect(weeksOf("2027-02")).toHaveLength(4);
  expect(weeksOf("2026-08")).toHaveLength(6);
});

it("every month's weeks hold each of its days once", () => {
  for (let month = "2024-01"; month < "2029-01"; month = addMonths(month, 1)) {
    const days = weeksOf(month).flat();
    const inside = days.filter((day) => day.startsWith(month));
    expect(inside[0]).toBe(`${month}-01`);
    expect(addDays(inside.at(-1) ?? "", 1)).toBe(`${addMonths(month, 1)}-01`);
    expect(new Set(days).size).toBe(days.length);
  }
});

it("days and months are counted over the ends of years and leap days", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(addMonths("2026-12", 1)).toBe("2027-01");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
});

it("arrow keys are days and weeks", () => {
  expect(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Enter"].map(stepOf)).toEqual([-1, 1, -7, 7, 0]);
});

it("an address may hold anything", () => {
  expect(["2026-12", "2026-13", "", "2026-1", "x"].map(isMonth)).toEqual([true, false, false, false, false]);
});

it.each(["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles"])("an event's day is the same in %s", (zone) => {
  vi.stubEnv("TZ", zone);
  const event = { event_name: "Sale", event_date: "2026-11-11 00:00:00.000Z", type: "trend", description: "", suggested_angles: ["one"] } as unknown as InspirationEvent;
  expect(toForm(event, "").day).toBe("2026-11-11");
  expect(toValues(toForm(event, ""))).toEqual({ event_name: "Sale", event_date: "2026-11-11 00:00:00.000Z", type: "trend", description: "", suggested_angles: ["one"] });
});
