import { platforms } from "@/data/platforms";
import type { Platform, PlatformVariant } from "@/data/records";
import { toDate, toDay } from "@/format/dates";

/** What the dashboard needs of a variant. */
export type VariantFacts = Pick<PlatformVariant, "platform" | "publish_status" | "published_at" | "created">;

export interface Week {
  /** Its Monday, in the user's zone: `2026-01-26`. */
  monday: string;
  written: number;
  published: number;
}

export const publishStatuses: readonly PlatformVariant["publish_status"][] = ["draft", "scheduled", "published", "failed"];

export function countByStatus(variants: readonly VariantFacts[]): { status: PlatformVariant["publish_status"]; count: number }[] {
  return publishStatuses.map((status) => ({ status, count: variants.filter((variant) => variant.publish_status === status).length }));
}

export function countByPlatform(variants: readonly VariantFacts[]): { platform: Platform; count: number }[] {
  return platforms.map((platform) => ({ platform, count: variants.filter((variant) => variant.platform === platform).length }));
}

/** Variants that were written and published in each of the last weeks, the present one last. */
export function countByWeek(variants: readonly VariantFacts[], now: Date, count = 8): Week[] {
  const mondays = Array.from({ length: count }, (_, index) => mondayOf(now, index - count + 1));
  const inWeek = (value: string, monday: string) => {
    const date = toDate(value);
    return date !== null && mondayOf(date) === monday;
  };
  return mondays.map((monday) => ({
    monday,
    written: variants.filter(({ created }) => inWeek(created, monday)).length,
    published: variants.filter((variant) => variant.publish_status === "published" && inWeek(variant.published_at, monday)).length,
  }));
}

/** The Monday of a moment's week, or of one so many weeks later, in the user's zone. */
export function mondayOf(date: Date, weeksLater = 0): string {
  // The clock at noon: no change to or from summer time moves it to another day.
  return toDay(new Date(date.getFullYear(), date.getMonth(), date.getDate() - ((date.getDay() + 6) % 7) + weeksLater * 7, 12));
}
