import { useState } from "react";
import { toFailure } from "@/data/errors";
import { useSaveRecord } from "@/data/mutations";
import type { InspirationEvent } from "@/data/records";
import { dayOf, fromDay } from "@/format/dates";
import { useLocale, useTexts } from "@/i18n/useTexts";
import { dayName } from "@/pages/calendar/days";
import { failureText } from "@/ui/failureText";
import { showToast } from "@/ui/toasts";

/** Moves an event to another day: at once, and back when the server refuses. `said` is for screen readers. */
export function useMoveEvent() {
  const t = useTexts();
  const locale = useLocale();
  const save = useSaveRecord("inspiration_events");
  const [said, setSaid] = useState("");
  const move = (event: InspirationEvent, day: string) => {
    if (day === dayOf(event.event_date)) {
      return;
    }

    setSaid(t.calendar.moved(event.event_name, dayName(day, locale, { dateStyle: "full" })));
    save.mutate(
      { id: event.id, values: { event_date: fromDay(day) } },
      {
        onError: (error) => {
          setSaid("");
          showToast(failureText(toFailure(error), t), "error");
        },
      },
    );
  };
  return { move, said };
}
