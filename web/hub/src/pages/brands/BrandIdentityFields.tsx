import type { Failure } from "@/data/errors";
import { useTexts } from "@/i18n/useTexts";
import type { BrandIdentity } from "@/pages/brands/brandForm";
import { ColorsField } from "@/pages/brands/ColorsField";
import { Chips } from "@/ui/Chips";
import { Input } from "@/ui/Input";
import { Textarea } from "@/ui/Textarea";

interface BrandIdentityFieldsProps {
  value: BrandIdentity;
  /** Takes what was changed. */
  onChange: (change: Partial<BrandIdentity>) => void;
  nameError?: string | undefined;
  failure?: Failure | null;
}

/** What a brand says and how it looks: in its form, and in what the assistant made. */
export function BrandIdentityFields({ value, onChange, nameError, failure = null }: BrandIdentityFieldsProps) {
  const t = useTexts();
  const set = <Name extends keyof BrandIdentity>(name: Name) => (field: BrandIdentity[Name]) => onChange({ [name]: field });
  return (
    <>
      <Input label={t.brands.name} required maxLength={255} value={value.name} onChange={set("name")} error={nameError} />
      <Input label={t.brands.slogan} value={value.slogan} onChange={set("slogan")} error={failure?.fields["core_messaging"]} />
      <Textarea label={t.brands.mission} rows={3} value={value.mission} onChange={set("mission")} />
      <Chips label={t.brands.keywords} value={value.keywords} onChange={set("keywords")} />
      <ColorsField label={t.brands.colors} value={value.colors} onChange={set("colors")} />
    </>
  );
}
