import { useState } from "react";
import { AiButton } from "@/agent/AiButton";
import type { Worksheet } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { WorksheetAiDialog } from "@/pages/worksheets/WorksheetAiDialog";
import { statuses, toForm, toValues } from "@/pages/worksheets/worksheetForm";
import { FormDialog } from "@/ui/FormDialog";
import { Input } from "@/ui/Input";
import { MarkdownField } from "@/ui/MarkdownField";
import { RecordCombobox } from "@/ui/RecordCombobox";
import { Select } from "@/ui/Select";
import { useForm } from "@/ui/useForm";
import { useSaving } from "@/ui/useSaving";

interface WorksheetDialogProps {
  /** Null for a new one. */
  worksheet: Worksheet | null;
  generationKey: string;
  /** Begins with the assistant. */
  withAi: boolean;
  onClose: () => void;
}

export function WorksheetDialog({ worksheet, generationKey, withAi, onClose }: WorksheetDialogProps) {
  const t = useTexts();
  const { save, busy, failure } = useSaving("worksheets", onClose);
  const form = useForm(() => toForm(worksheet));
  const [asking, setAsking] = useState(withAi);
  const submit = () => {
    if (form.check("title")) {
      save({ id: worksheet?.id, values: toValues(form.values, worksheet) }, (saved) => saved.title);
    }
  };

  if (asking) {
    return (
      <WorksheetAiDialog
        generationKey={generationKey}
        brands={form.values.brands}
        personas={form.values.personas}
        onAccept={(content, { brandIds, customerIds }) => form.merge({ content, brands: brandIds, personas: customerIds })}
        onClose={() => setAsking(false)}
      />
    );
  }

  return (
    <FormDialog
      title={worksheet ? t.worksheets.edit : t.worksheets.new}
      onClose={onClose}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      wide
      extra={<AiButton generationKey={generationKey} onClick={() => setAsking(true)} />}
    >
      <Input label={t.worksheets.name} required maxLength={255} value={form.values.title} onChange={form.set("title")} error={form.errorOf("title", failure)} />
      <div className="grid gap-4 sm:grid-cols-2">
        <RecordCombobox
          label={t.worksheets.brands}
          multiple
          collection="brand_identities"
          labelField="brand_name"
          value={form.values.brands}
          onChange={form.set("brands")}
          error={failure?.fields["brandRefs"]}
        />
        <RecordCombobox
          label={t.worksheets.personas}
          multiple
          collection="customer_personas"
          labelField="persona_name"
          value={form.values.personas}
          onChange={form.set("personas")}
          error={failure?.fields["customerRefs"]}
        />
      </div>
      <Select
        label={t.common.status}
        value={form.values.status}
        options={statuses.map((value) => ({ value, label: t.worksheets.statuses[value] }))}
        onChange={(status) => form.set("status")(status === "" ? "draft" : status)}
        error={failure?.fields["status"]}
      />
      <MarkdownField label={t.worksheets.content} value={form.values.content} onChange={form.set("content")} error={failure?.fields["agent_context"]} />
    </FormDialog>
  );
}
