import { Trash2 } from "lucide-react";
import type { InspirationEvent } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { eventTypes, toForm, toValues } from "@/pages/calendar/eventForm";
import { Button } from "@/ui/Button";
import { Chips } from "@/ui/Chips";
import { FormDialog } from "@/ui/FormDialog";
import { Input } from "@/ui/Input";
import { Select } from "@/ui/Select";
import { Textarea } from "@/ui/Textarea";
import { useForm } from "@/ui/useForm";
import { useSaving } from "@/ui/useSaving";

interface EventDialogProps {
  /** Null for a new one. */
  event: InspirationEvent | null;
  /** Of a new one. */
  day: string;
  onDelete: (event: InspirationEvent) => void;
  onClose: () => void;
}

export function EventDialog({ event, day, onDelete, onClose }: EventDialogProps) {
  const t = useTexts();
  const texts = t.calendar;
  const { save, busy, failure } = useSaving("inspiration_events", onClose);
  const form = useForm(() => toForm(event, day));
  const submit = () => {
    if (form.check("name", "day")) {
      save({ id: event?.id, values: toValues(form.values) }, (saved) => saved.event_name);
    }
  };

  return (
    <FormDialog
      title={event ? texts.edit : texts.new}
      onClose={onClose}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      extra={
        event && (
          <Button className="text-danger" onClick={() => onDelete(event)}>
            <Trash2 aria-hidden="true" className="size-4" />
            {t.common.delete}
          </Button>
        )
      }
    >
      <Input label={texts.name} required maxLength={255} value={form.values.name} onChange={form.set("name")} error={form.errorOf("name", null) ?? failure?.fields["event_name"]} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Input label={texts.date} type="date" required value={form.values.day} onChange={form.set("day")} error={form.errorOf("day", null) ?? failure?.fields["event_date"]} />
        <Select
          label={t.common.type}
          placeholder={t.common.none}
          value={form.values.type}
          options={eventTypes.map((type) => ({ value: type, label: texts.types[type] }))}
          onChange={form.set("type")}
        />
      </div>
      <Textarea label={texts.description} maxLength={5000} value={form.values.description} onChange={form.set("description")} error={failure?.fields["description"]} />
      <Chips label={texts.angles} value={form.values.angles} onChange={form.set("angles")} />
    </FormDialog>
  );
}
