import { Plus } from "lucide-react";
import { useState } from "react";
import type { InspirationEvent } from "@/data/records";
import { useLocale, useTexts } from "@/i18n/useTexts";
import { dayName } from "@/pages/calendar/days";
import { EventChip } from "@/pages/calendar/EventChip";
import { classes } from "@/ui/classes";

interface DayCellProps {
  day: string;
  isToday: boolean;
  /** Of the month before or after. */
  isOutside: boolean;
  events: readonly InspirationEvent[];
  /** What is on its way, from any day. */
  dragged: InspirationEvent | null;
  onDrag: (event: InspirationEvent | null) => void;
  onDrop: () => void;
  onNew: () => void;
  onEdit: (event: InspirationEvent) => void;
  onStep: (event: InspirationEvent, days: number) => void;
}

export function DayCell({ day, isToday, isOutside, events, dragged, onDrag, onDrop, onNew, onEdit, onStep }: DayCellProps) {
  const t = useTexts();
  const locale = useLocale();
  const [isTarget, setIsTarget] = useState(false);
  return (
    <td
      aria-current={isToday ? "date" : undefined}
      className={classes("group h-20 border border-line p-1 align-top sm:h-28", isOutside && "bg-ground text-muted", isTarget && dragged && "bg-accent-soft")}
      onDragOver={(event) => {
        if (dragged) {
          event.preventDefault();
          setIsTarget(true);
        }
      }}
      onDragLeave={() => setIsTarget(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsTarget(false);
        onDrop();
      }}
    >
      <div className="flex items-center justify-between">
        <time dateTime={day} className={classes("inline-flex size-7 items-center justify-center rounded-full text-sm", isToday && "bg-accent font-semibold text-on-accent")}>
          {Number(day.slice(8))}
        </time>
        <button
          type="button"
          title={t.calendar.newOn(dayName(day, locale, { dateStyle: "long" }))}
          aria-label={t.calendar.newOn(dayName(day, locale, { dateStyle: "long" }))}
          className="rounded p-1 text-muted opacity-0 group-hover:opacity-100 hover:bg-raised focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
          onClick={onNew}
        >
          <Plus aria-hidden="true" className="size-4" />
        </button>
      </div>
      {events.length > 0 && (
        <ul className="mt-1 space-y-1">
          {events.map((event) => (
            <li key={event.id}>
              <EventChip event={event} onDrag={onDrag} onEdit={() => onEdit(event)} onStep={(days) => onStep(event, days)} />
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}
