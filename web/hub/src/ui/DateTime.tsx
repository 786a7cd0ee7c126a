import { dayOf, toDate } from "@/format/dates";
import { useLocale } from "@/i18n/useTexts";

interface DateTimeProps {
  /** As PocketBase writes it. */
  value: string;
  /** A day without a time: shown as stored, in every zone. */
  dayOnly?: boolean;
}

/** A date in the user's language and zone; nothing for none. */
export function DateTime({ value, dayOnly = false }: DateTimeProps) {
  const locale = useLocale();
  const date = toDate(value);
  if (!date) {
    return null;
  }

  const text = dayOnly
    ? new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(date)
    : new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(date);
  return <time dateTime={dayOnly ? dayOf(value) : date.toISOString()}>{text}</time>;
}
