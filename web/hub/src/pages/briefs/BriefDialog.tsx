import type { ContentBrief } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { angles, type Stage, stages, toForm, toValues } from "@/pages/briefs/briefForm";
import { FormDialog } from "@/ui/FormDialog";
import { Input } from "@/ui/Input";
import { Select } from "@/ui/Select";
import { Textarea } from "@/ui/Textarea";
import { useForm } from "@/ui/useForm";
import { useSaving } from "@/ui/useSaving";

interface BriefDialogProps {
  campaignId: string;
  /** Null for a new one. */
  brief: ContentBrief | null;
  /** Of a new one. */
  stage: Stage;
  onClose: () => void;
}

export function BriefDialog({ campaignId, brief, stage, onClose }: BriefDialogProps) {
  const t = useTexts();
  const { save, busy, failure } = useSaving("content_briefs", onClose);
  const form = useForm(() => toForm(brief, stage));
  const submit = () => {
    if (form.check("name")) {
      save({ id: brief?.id, values: toValues(form.values, brief, campaignId) }, (saved) => saved.angle_name);
    }
  };

  return (
    <FormDialog title={brief ? t.briefs.edit : t.briefs.new} onClose={onClose} onSubmit={submit} busy={busy} failure={failure} wide>
      <Input label={t.briefs.name} required maxLength={255} value={form.values.name} onChange={form.set("name")} error={form.errorOf("name", null) ?? failure?.fields["angle_name"]} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t.briefs.stage}
          value={form.values.stage}
          options={stages.map((value) => ({ value, label: t.briefs.stages[value] }))}
          onChange={(value) => form.set("stage")(value === "" ? stage : value)}
          error={failure?.fields["funnel_stage"]}
        />
        <Select
          label={t.briefs.angle}
          value={form.values.angle}
          options={angles.map((value) => ({ value, label: t.briefs.angles[value] }))}
          onChange={(value) => form.set("angle")(value === "" ? "Emotion" : value)}
          error={failure?.fields["psychological_angle"]}
        />
      </div>
      <Textarea label={t.briefs.pain} rows={2} maxLength={1000} value={form.values.pain} onChange={form.set("pain")} error={failure?.fields["pain_point_focus"]} />
      <Textarea label={t.briefs.message} rows={3} maxLength={2000} value={form.values.message} onChange={form.set("message")} error={failure?.fields["key_message_variation"]} />
      <Input label={t.briefs.callToAction} maxLength={500} value={form.values.callToAction} onChange={form.set("callToAction")} error={failure?.fields["call_to_action_direction"]} />
      <Textarea label={t.briefs.brief} rows={6} value={form.values.brief} onChange={form.set("brief")} error={form.errorOf("brief", failure)} />
    </FormDialog>
  );
}
