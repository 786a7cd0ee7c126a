import { useState } from "react";
import { AiButton } from "@/agent/AiButton";
import type { Persona } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { PersonaAiDialog } from "@/pages/customers/PersonaAiDialog";
import { toForm, toValues } from "@/pages/customers/personaForm";
import { PersonaProfileFields } from "@/pages/customers/PersonaProfileFields";
import { FormDialog } from "@/ui/FormDialog";
import { ImageCombobox } from "@/ui/ImageCombobox";
import { useForm } from "@/ui/useForm";
import { useSaving } from "@/ui/useSaving";

interface PersonaDialogProps {
  /** Null for a new one. */
  persona: Persona | null;
  generationKey: string;
  /** Begins with the assistant. */
  withAi: boolean;
  onClose: () => void;
}

export function PersonaDialog({ persona, generationKey, withAi, onClose }: PersonaDialogProps) {
  const t = useTexts();
  const { save, busy, failure } = useSaving("customer_personas", onClose);
  const form = useForm(() => toForm(persona));
  const [asking, setAsking] = useState(withAi);
  const submit = () => {
    if (form.check("name")) {
      save({ id: persona?.id, values: toValues(form.values, persona) }, (saved) => saved.persona_name);
    }
  };

  if (asking) {
    return <PersonaAiDialog generationKey={generationKey} onAccept={form.merge} onClose={() => setAsking(false)} />;
  }

  return (
    <FormDialog
      title={persona ? t.customers.edit : t.customers.new}
      onClose={onClose}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      wide
      extra={<AiButton generationKey={generationKey} onClick={() => setAsking(true)} />}
    >
      <PersonaProfileFields value={form.values} onChange={form.merge} nameError={form.errorOf("name", null) ?? failure?.fields["persona_name"]} failure={failure} />
      <ImageCombobox label={t.customers.avatar} value={form.values.avatar} onChange={form.set("avatar")} error={failure?.fields["avatar"]} />
    </FormDialog>
  );
}
