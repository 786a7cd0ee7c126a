/** PocketBase writes `2026-01-31 09:00:00.000Z`, always in UTC; pages show and take the user's own zone. */

/** The moment of a date of PocketBase; null for an empty or unreadable one. */
export function toDate(value: string): Date | null {
  const date = new Date(value.replace(" ", "T"));
  return value === "" || Number.isNaN(date.getTime()) ? null : date;
}

/** For an input of type `datetime-local`, in the user's zone: `2026-01-31T16:00`. */
export function toLocalInput(value: string): string {
  const date = toDate(value);
  return date ? `${toDay(date)}T${pad(date.getHours())}:${pad(date.getMinutes())}` : "";
}

/** From an input of type `datetime-local` to what is stored; empty stays empty. */
export function fromLocalInput(value: string): string {
  // Without a zone the text means the user's own.
  const date = value === "" ? null : new Date(value);
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : "";
}

/** A date's day in the user's zone: `2026-01-31`. */
export function toDay(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, "0")}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** A day without a time, such as an event's or a campaign's: the day as it was stored, in every zone. */
export function dayOf(value: string): string {
  return value.slice(0, 10);
}

/** How a day without a time is stored: midnight in UTC, so that `dayOf` gives the same day everywhere. */
export function fromDay(day: string): string {
  return day === "" ? "" : `${day} 00:00:00.000Z`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
