import type { Failure } from "@/data/errors";
import { useTexts } from "@/i18n/useTexts";
import { demographicFields, type PersonaProfile, psychographicFields } from "@/pages/customers/personaForm";
import { Input } from "@/ui/Input";
import { Textarea } from "@/ui/Textarea";

interface PersonaProfileFieldsProps {
  value: PersonaProfile;
  /** Takes what was changed. */
  onChange: (change: Partial<PersonaProfile>) => void;
  nameError?: string | undefined;
  failure?: Failure | null;
}

/** Who a customer is: in the persona's form, and in what the assistant made. */
export function PersonaProfileFields({ value, onChange, nameError, failure = null }: PersonaProfileFieldsProps) {
  const t = useTexts();
  const set = (name: keyof PersonaProfile) => (text: string) => onChange({ [name]: text });
  return (
    <>
      <Input label={t.customers.name} required maxLength={255} value={value.name} onChange={set("name")} error={nameError} />
      <Textarea label={t.customers.summary} rows={3} maxLength={2048} value={value.summary} onChange={set("summary")} error={failure?.fields["summary"]} />
      <fieldset className="space-y-3">
        <legend className="mb-2 font-semibold">{t.customers.demographics}</legend>
        <div className="grid gap-4 sm:grid-cols-2">
          {demographicFields.map((name) => (
            <Input key={name} label={t.customers.fields[name]} value={value[name]} onChange={set(name)} />
          ))}
        </div>
      </fieldset>
      <fieldset className="space-y-3">
        <legend className="mb-2 font-semibold">{t.customers.psychographics}</legend>
        <div className="grid gap-4 sm:grid-cols-2">
          {psychographicFields.map((name) => (
            <Textarea key={name} label={t.customers.fields[name]} rows={2} value={value[name]} onChange={set(name)} />
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Textarea label={t.customers.goals} hint={t.common.linesHint} value={value.goalLines} onChange={set("goalLines")} />
        <Textarea label={t.customers.pains} hint={t.common.linesHint} value={value.painLines} onChange={set("painLines")} error={failure?.fields["psychographics"]} />
      </div>
    </>
  );
}
