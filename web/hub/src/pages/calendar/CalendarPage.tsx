import { Plus } from "lucide-react";
import { useState } from "react";
import { toFailure } from "@/data/errors";
import { useDeleteRecord } from "@/data/mutations";
import type { InspirationEvent } from "@/data/records";
import { toDay } from "@/format/dates";
import { useTexts } from "@/i18n/useTexts";
import { monthOf } from "@/pages/calendar/days";
import { EventDialog } from "@/pages/calendar/EventDialog";
import { EventList } from "@/pages/calendar/EventList";
import { MonthBar } from "@/pages/calendar/MonthBar";
import { MonthGrid } from "@/pages/calendar/MonthGrid";
import { useMonth } from "@/pages/calendar/useMonth";
import { useMonthEvents } from "@/pages/calendar/useMonthEvents";
import { useMoveEvent } from "@/pages/calendar/useMoveEvent";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { ErrorState } from "@/ui/ErrorState";
import { failureText } from "@/ui/failureText";
import { PageHeader } from "@/ui/PageHeader";
import { showToast } from "@/ui/toasts";

export default function CalendarPage() {
  const t = useTexts();
  const [month, setMonth] = useMonth();
  const query = useMonthEvents(month);
  const { move, said } = useMoveEvent();
  const remove = useDeleteRecord("inspiration_events");
  // An event to change, or the day of a new one.
  const [editing, setEditing] = useState<InspirationEvent | string | null>(null);
  const [deleting, setDeleting] = useState<InspirationEvent | null>(null);
  const today = toDay(new Date());

  const confirmDelete = (event: InspirationEvent) => {
    setDeleting(null);
    remove.mutate(event.id, {
      onSuccess: () => showToast(t.common.deleted(event.event_name)),
      onError: (error) => showToast(failureText(toFailure(error), t), "error"),
    });
  };

  return (
    <div className="space-y-4">
      <PageHeader
        title={t.calendar.title}
        actions={
          <Button look="primary" onClick={() => setEditing(monthOf(today) === month ? today : `${month}-01`)}>
            <Plus aria-hidden="true" className="size-5" />
            {t.calendar.new}
          </Button>
        }
      />
      <MonthBar month={month} onMonth={setMonth} />
      {query.isError && <ErrorState error={toFailure(query.error)} onRetry={() => void query.refetch()} />}
      <div aria-busy={query.isFetching}>
        <MonthGrid month={month} events={query.data?.items ?? []} onMonth={setMonth} onNew={setEditing} onEdit={setEditing} onMove={move} />
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      <EventList onEdit={setEditing} onDelete={setDeleting} />
      {editing !== null && (
        <EventDialog
          event={typeof editing === "string" ? null : editing}
          day={typeof editing === "string" ? editing : ""}
          onDelete={(event) => {
            setEditing(null);
            setDeleting(event);
          }}
          onClose={() => setEditing(null)}
        />
      )}
      {deleting && <ConfirmDialog message={t.common.deleteAsk(deleting.event_name)} onConfirm={() => confirmDelete(deleting)} onClose={() => setDeleting(null)} />}
    </div>
  );
}
