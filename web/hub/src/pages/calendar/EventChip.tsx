import type { InspirationEvent } from "@/data/records";
import { stepOf } from "@/pages/calendar/days";
import { classes } from "@/ui/classes";

interface EventChipProps {
  event: InspirationEvent;
  onDrag: (event: InspirationEvent | null) => void;
  onEdit: () => void;
  onStep: (days: number) => void;
}

const looks: Readonly<Record<InspirationEvent["type"], string>> = {
  "": "bg-raised text-ink",
  holiday: "bg-danger-soft text-danger",
  industry_event: "bg-accent-soft text-ink",
  company_milestone: "bg-success-soft text-success",
  trend: "bg-warning-soft text-warning",
  other: "bg-raised text-ink",
};

/** An event in its day: it opens by a click, and moves by dragging or by Shift and an arrow key. */
export function EventChip({ event, onDrag, onEdit, onStep }: EventChipProps) {
  return (
    <button
      type="button"
      data-event={event.id}
      draggable
      title={event.event_name}
      aria-describedby="calendar-keys"
      className={classes("block w-full cursor-grab truncate rounded px-1 py-0.5 text-left text-xs font-medium", looks[event.type])}
      onClick={onEdit}
      onDragStart={(drag) => {
        drag.dataTransfer.effectAllowed = "move";
        drag.dataTransfer.setData("text/plain", event.event_name);
        onDrag(event);
      }}
      onDragEnd={() => onDrag(null)}
      onKeyDown={(key) => {
        const days = key.shiftKey ? stepOf(key.key) : 0;
        if (days !== 0) {
          key.preventDefault();
          onStep(days);
        }
      }}
    >
      {event.event_name}
    </button>
  );
}
