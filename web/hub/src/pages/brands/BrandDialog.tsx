import { useState } from "react";
import { AiButton } from "@/agent/AiButton";
import type { Brand } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { BrandAiDialog } from "@/pages/brands/BrandAiDialog";
import { toForm, toValues } from "@/pages/brands/brandForm";
import { BrandIdentityFields } from "@/pages/brands/BrandIdentityFields";
import { FormDialog } from "@/ui/FormDialog";
import { ImageCombobox } from "@/ui/ImageCombobox";
import { Input } from "@/ui/Input";
import { Textarea } from "@/ui/Textarea";
import { useForm } from "@/ui/useForm";
import { useSaving } from "@/ui/useSaving";

interface BrandDialogProps {
  /** Null for a new one. */
  brand: Brand | null;
  generationKey: string;
  /** Begins with the assistant. */
  withAi: boolean;
  onClose: () => void;
}

export function BrandDialog({ brand, generationKey, withAi, onClose }: BrandDialogProps) {
  const t = useTexts();
  const { save, busy, failure } = useSaving("brand_identities", onClose);
  const form = useForm(() => toForm(brand));
  const [asking, setAsking] = useState(withAi);
  const submit = () => {
    if (form.check("name")) {
      save({ id: brand?.id, values: toValues(form.values, brand) }, (saved) => saved.brand_name);
    }
  };

  if (asking) {
    return <BrandAiDialog generationKey={generationKey} onAccept={form.merge} onClose={() => setAsking(false)} />;
  }

  return (
    <FormDialog
      title={brand ? t.brands.edit : t.brands.new}
      onClose={onClose}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      wide
      extra={<AiButton generationKey={generationKey} onClick={() => setAsking(true)} />}
    >
      <BrandIdentityFields
        value={form.values}
        onChange={form.merge}
        nameError={form.errorOf("name", null) ?? failure?.fields["brand_name"]}
        failure={failure}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <ImageCombobox label={t.brands.logo} value={form.values.logo} onChange={form.set("logo")} error={failure?.fields["logo"]} />
        <Input label={t.brands.logoUrl} type="url" placeholder="https://" value={form.values.logoUrl} onChange={form.set("logoUrl")} error={failure?.fields["visual_assets"]} />
      </div>
      <Textarea label={t.brands.voice} rows={3} value={form.values.voice} onChange={form.set("voice")} error={failure?.fields["voice_and_tone"]} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Textarea label={t.brands.dos} hint={t.common.linesHint} value={form.values.dosLines} onChange={form.set("dosLines")} error={failure?.fields["dos_and_donts"]} />
        <Textarea label={t.brands.donts} hint={t.common.linesHint} value={form.values.dontsLines} onChange={form.set("dontsLines")} />
      </div>
      <Textarea label={t.brands.pillars} hint={t.common.linesHint} value={form.values.pillarLines} onChange={form.set("pillarLines")} error={failure?.fields["content_pillars"]} />
    </FormDialog>
  );
}
