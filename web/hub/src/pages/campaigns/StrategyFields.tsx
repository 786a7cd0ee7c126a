import { useTexts } from "@/i18n/useTexts";
import type { StrategyForm } from "@/pages/campaigns/campaignForm";
import { Input } from "@/ui/Input";
import { Textarea } from "@/ui/Textarea";

interface StrategyFieldsProps {
  value: StrategyForm;
  /** Takes what was changed. */
  onChange: (change: Partial<StrategyForm>) => void;
}

const names = ["acquisitionStrategy", "positioning", "valueProposition", "toneOfVoice"] as const;

/** A strategy: in the campaign's form, and as the assistant wrote it. */
export function StrategyFields({ value, onChange }: StrategyFieldsProps) {
  const t = useTexts();
  return (
    <>
      <Input label={t.campaigns.strategyName} value={value.strategyName} onChange={(strategyName) => onChange({ strategyName })} />
      {names.map((name) => (
        <Textarea key={name} label={t.campaigns.fields[name]} rows={3} value={value[name]} onChange={(text) => onChange({ [name]: text })} />
      ))}
    </>
  );
}
