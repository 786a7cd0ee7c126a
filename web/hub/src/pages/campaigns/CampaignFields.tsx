import type { Failure } from "@/data/errors";
import { useTexts } from "@/i18n/useTexts";
import { type CampaignForm, endsBeforeStart, isBudget, statuses, types } from "@/pages/campaigns/campaignForm";
import { Input } from "@/ui/Input";
import { RecordCombobox } from "@/ui/RecordCombobox";
import { Select } from "@/ui/Select";

interface CampaignFieldsProps {
  value: CampaignForm;
  /** Takes what was changed. */
  onChange: (change: Partial<CampaignForm>) => void;
  nameError?: string | undefined;
  failure: Failure | null;
}

/** What a campaign is about, when, and for how much. */
export function CampaignFields({ value, onChange, nameError, failure }: CampaignFieldsProps) {
  const t = useTexts();
  return (
    <>
      <Input label={t.campaigns.name} required maxLength={255} value={value.name} onChange={(name) => onChange({ name })} error={nameError} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t.campaigns.type}
          value={value.type}
          options={types.map((type) => ({ value: type, label: t.campaigns.types[type] }))}
          placeholder={t.common.none}
          onChange={(type) => onChange({ type })}
          error={failure?.fields["campaign_type"]}
        />
        <Select
          label={t.common.status}
          value={value.status}
          options={statuses.map((status) => ({ value: status, label: t.campaigns.statuses[status] }))}
          onChange={(status) => onChange({ status: status === "" ? "planned" : status })}
          error={failure?.fields["status"]}
        />
        <RecordCombobox
          label={t.campaigns.worksheet}
          collection="worksheets"
          labelField="title"
          value={value.worksheet}
          onChange={(worksheet) => onChange({ worksheet })}
          error={failure?.fields["worksheet_id"]}
        />
        <RecordCombobox
          label={t.campaigns.product}
          collection="products_services"
          labelField="name"
          value={value.product}
          onChange={(product) => onChange({ product })}
          error={failure?.fields["product_id"]}
        />
        <Input label={t.campaigns.start} type="date" value={value.start} onChange={(start) => onChange({ start })} error={failure?.fields["start_date"]} />
        <Input
          label={t.campaigns.end}
          type="date"
          min={value.start}
          value={value.end}
          onChange={(end) => onChange({ end })}
          error={endsBeforeStart(value) ? t.campaigns.endTooEarly : failure?.fields["end_date"]}
        />
        <Input
          label={t.campaigns.budget}
          type="number"
          min={0}
          step="any"
          inputMode="decimal"
          value={value.budget}
          onChange={(budget) => onChange({ budget })}
          error={isBudget(value.budget) ? failure?.fields["budget"] : t.campaigns.budgetWrong}
        />
      </div>
    </>
  );
}
