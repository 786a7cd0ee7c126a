import { toTexts } from "@/data/json";
import type { InspirationEvent } from "@/data/records";
import { dayOf, fromDay } from "@/format/dates";

export interface EventForm {
  name: string;
  day: string;
  type: InspirationEvent["type"];
  description: string;
  angles: string[];
}

export const eventTypes: readonly Exclude<InspirationEvent["type"], "">[] = ["holiday", "industry_event", "company_milestone", "trend", "other"];

/** `day` is what a new event begins with. */
export function toForm(event: InspirationEvent | null, day: string): EventForm {
  return {
    name: event?.event_name ?? "",
    day: event ? dayOf(event.event_date) : day,
    type: event?.type ?? "",
    description: event?.description ?? "",
    angles: toTexts(event?.suggested_angles),
  };
}

export function toValues(form: EventForm): Partial<InspirationEvent> {
  return { event_name: form.name.trim(), event_date: fromDay(form.day), type: form.type, description: form.description, suggested_angles: form.angles };
}
