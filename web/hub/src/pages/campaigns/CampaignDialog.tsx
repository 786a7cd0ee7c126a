import { useState } from "react";
import { AiButton } from "@/agent/AiButton";
import { toFailure } from "@/data/errors";
import { useSaveRecord } from "@/data/mutations";
import type { Campaign } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { CampaignFields } from "@/pages/campaigns/CampaignFields";
import { endsBeforeStart, isBudget, toForm, toValues } from "@/pages/campaigns/campaignForm";
import { adopt } from "@/pages/campaigns/strategyAi";
import { StrategyAiDialog } from "@/pages/campaigns/StrategyAiDialog";
import { StrategyFields } from "@/pages/campaigns/StrategyFields";
import { FormDialog } from "@/ui/FormDialog";
import { Textarea } from "@/ui/Textarea";
import { showToast } from "@/ui/toasts";
import { useForm } from "@/ui/useForm";

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
  const save = useSaveRecord("marketing_campaigns");
  const form = useForm(() => toForm(campaign));
  const [asking, setAsking] = useState(withAi);
  const failure = save.error ? toFailure(save.error) : null;
  const submit = () => {
    if (form.check("name") && !endsBeforeStart(form.values) && isBudget(form.values.budget)) {
      save.mutate(
        { id: campaign?.id, values: toValues(form.values, campaign) },
        {
          onSuccess: (saved) => {
            showToast(t.common.saved(saved.name));
            onClose();
          },
        },
      );
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
      busy={save.isPending}
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
