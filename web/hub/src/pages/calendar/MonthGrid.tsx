import { useEffect, useRef, useState } from "react";
import type { InspirationEvent } from "@/data/records";
import { dayOf, toDay } from "@/format/dates";
import { useLocale, useTexts } from "@/i18n/useTexts";
import { DayCell } from "@/pages/calendar/DayCell";
import { addDays, dayName, monthOf, weeksOf } from "@/pages/calendar/days";

interface MonthGridProps {
  month: string;
  events: readonly InspirationEvent[];
  onMonth: (month: string) => void;
  onNew: (day: string) => void;
  onEdit: (event: InspirationEvent) => void;
  onMove: (event: InspirationEvent, day: string) => void;
}

/** A month with its events, which are moved by dragging, or with Shift and the arrow keys. */
export function MonthGrid({ month, events, onMonth, onNew, onEdit, onMove }: MonthGridProps) {
  const t = useTexts();
  const locale = useLocale();
  const [dragged, setDragged] = useState<InspirationEvent | null>(null);
  const weeks = weeksOf(month);
  const today = toDay(new Date());

  // A moved event is another element in another cell: the focus has to follow it.
  const grid = useRef<HTMLTableElement>(null);
  const moving = useRef<string | null>(null);
  useEffect(() => {
    const id = moving.current;
    const element = id === null ? null : grid.current?.querySelector<HTMLElement>(`[data-event="${id}"]`);
    if (element && document.activeElement === document.body) {
      element.focus();
    }
  }, [events]);

  const step = (event: InspirationEvent, days: number) => {
    const day = addDays(dayOf(event.event_date), days);
    moving.current = event.id;
    if (monthOf(day) !== month) {
      onMonth(monthOf(day));
    }

    onMove(event, day);
  };

  return (
    <table ref={grid} className="w-full table-fixed border-collapse rounded-lg border border-line bg-surface">
      <caption className="sr-only">{dayName(`${month}-01`, locale, { month: "long", year: "numeric" })}</caption>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((day) => (
            <th key={day} scope="col" className="border border-line bg-raised px-1 py-2 text-center text-sm font-medium">
              <span aria-hidden="true">{dayName(day, locale, { weekday: "short" })}</span>
              <span className="sr-only">{dayName(day, locale, { weekday: "long" })}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell
                key={day}
                day={day}
                isToday={day === today}
                isOutside={monthOf(day) !== month}
                events={events.filter((event) => dayOf(event.event_date) === day)}
                dragged={dragged}
                onDrag={setDragged}
                onDrop={() => {
                  if (dragged) {
                    onMove(dragged, day);
                  }

                  setDragged(null);
                }}
                onNew={() => onNew(day)}
                onEdit={onEdit}
                onStep={step}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={7} id="calendar-keys" className="hidden px-2 py-1 text-sm text-muted sm:table-cell">
            {t.calendar.keys}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
