/** Days are texts such as `2026-01-31`, without a time and without a zone. */

const dayMs = 24 * 60 * 60 * 1000;

function toUtc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function fromUtc(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function addDays(day: string, count: number): string {
  return fromUtc(new Date(toUtc(day).getTime() + count * dayMs));
}

/** `2026-01` and a count of months to `2025-12`, `2026-02`, … */
export function addMonths(month: string, count: number): string {
  const date = toUtc(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return fromUtc(date).slice(0, 7);
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** Whether a text of the address is a month that dates can have. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The weeks that a month touches, from Monday to Sunday; four to six of them. */
export function weeksOf(month: string): string[][] {
  const first = toUtc(`${month}-01`);
  const start = addDays(`${month}-01`, -((first.getUTCDay() + 6) % 7));
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const weeks: string[][] = [];
  for (let monday = start; monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
  }

  return weeks;
}

/** How a language writes a day. */
export function dayName(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(toUtc(day));
}

/** By how many days an arrow key moves; 0 for other keys. */
export function stepOf(key: string): number {
  return { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key] ?? 0;
}
