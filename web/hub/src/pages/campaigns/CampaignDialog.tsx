import { useState } from "react";
import { AiButton } from "@/agent/AiButton";
import type { Campaign } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { CampaignFields } from "@/pages/campaigns/CampaignFields";
import { endsBeforeStart, isBudget, toForm, toValues } from "@/pages/campaigns/campaignForm";
import { adopt } from "@/pages/campaigns/strategyAi";
import { StrategyAiDialog } from "@/pages/campaigns/StrategyAiDialog";
import { StrategyFields } from "@/pages/campaigns/StrategyFields";
import { FormDialog } from "@/ui/FormDialog";
import { Textarea } from "@/ui/Textarea";
import { useForm } from "@/ui/useForm";
import { useSaving } from "@/ui/useSaving";

interface CampaignDialogProps {
  /** Null for a new one. */
  campaign: Campaign | null;
  generationKey: string;
  /** Begins with the assistant. */
  withAi: boolean;
  onClose: () => void;
}

export function CampaignDialog({ campaign, generationKey, withAi, onClose }: CampaignDialogProps) {
  const t = useTexts();
  const { save, busy, failure } = useSaving("marketing_campaigns", onClose);
  const form = useForm(() => toForm(campaign));
  const [asking, setAsking] = useState(withAi);
  const submit = () => {
    if (form.check("name") && !endsBeforeStart(form.values) && isBudget(form.values.budget)) {
      save({ id: campaign?.id, values: toValues(form.values, campaign) }, (saved) => saved.name);
    }
  };

  if (asking) {
    return (
      <StrategyAiDialog
        generationKey={generationKey}
        campaign={form.values}
        onAccept={(strategy, request) => form.merge(adopt(form.values, strategy, request))}
        onClose={() => setAsking(false)}
      />
    );
  }

  return (
    <FormDialog
      title={campaign ? t.campaigns.edit : t.campaigns.new}
      onClose={onClose}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      wide
      extra={<AiButton generationKey={generationKey} onClick={() => setAsking(true)} />}
    >
      <CampaignFields value={form.values} onChange={form.merge} nameError={form.errorOf("name", failure)} failure={failure} />
      <fieldset className="space-y-4 border-t border-line pt-4">
        <legend className="sr-only">{t.campaigns.strategy}</legend>
        <h3 aria-hidden="true" className="font-semibold">
          {t.campaigns.strategy}
        </h3>
        <Textarea label={t.campaigns.goal} rows={2} value={form.values.goal} onChange={form.set("goal")} error={failure?.fields["kpi_targets"]} />
        <StrategyFields value={form.values} onChange={form.merge} />
      </fieldset>
    </FormDialog>
  );
}
