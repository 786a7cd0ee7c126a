import { useState } from "react";
import { AiDialog } from "@/agent/AiDialog";
import { generations } from "@/agent/generations";
import { type GeneratedLanguage, LanguageSelect } from "@/agent/LanguageSelect";
import { useTexts } from "@/i18n/useTexts";
import { type CampaignForm, type StrategyForm, types } from "@/pages/campaigns/campaignForm";
import { type StrategyRequest, toRequest, toStrategy } from "@/pages/campaigns/strategyAi";
import { StrategyFields } from "@/pages/campaigns/StrategyFields";
import { RecordCombobox } from "@/ui/RecordCombobox";
import { Select } from "@/ui/Select";
import { Textarea } from "@/ui/Textarea";

interface StrategyAiDialogProps {
  generationKey: string;
  /** Holds what is chosen already. */
  campaign: CampaignForm;
  onAccept: (strategy: StrategyForm, request: StrategyRequest) => void;
  onClose: () => void;
}

const languages: readonly GeneratedLanguage[] = ["Vietnamese", "English", "Japanese", "Korean"];

/** Has a campaign's strategy written from a worksheet. */
export function StrategyAiDialog({ generationKey, campaign, onAccept, onClose }: StrategyAiDialogProps) {
  const t = useTexts();
  const [request, setRequest] = useState(() => toRequest(generations.requestOf(generationKey)?.body, campaign));
  const set = (change: Partial<StrategyRequest>) => setRequest({ ...request, ...change });
  const pick = (id: string) => (id === "" ? [] : [id]);
  return (
    <AiDialog
      title={t.campaigns.aiTitle}
      generationKey={generationKey}
      form={
        <>
          <p className="text-muted">{t.campaigns.aiHint}</p>
          <RecordCombobox
            label={t.campaigns.worksheet}
            required
            collection="worksheets"
            labelField="title"
            value={pick(request.worksheetId)}
            onChange={(ids) => set({ worksheetId: ids[0] ?? "" })}
          />
          <Select
            label={t.campaigns.type}
            value={request.campaignType}
            options={types.map((value) => ({ value, label: t.campaigns.types[value] }))}
            onChange={(campaignType) => set({ campaignType })}
          />
          <RecordCombobox
            label={t.campaigns.product}
            collection="products_services"
            labelField="name"
            value={pick(request.productId)}
            onChange={(ids) => set({ productId: ids[0] ?? "" })}
          />
          <Textarea label={t.campaigns.goal} rows={2} maxLength={2000} value={request.goal} onChange={(goal) => set({ goal })} />
          <LanguageSelect value={request.language} onChange={(language) => set({ language })} languages={languages} />
        </>
      }
      canStart={request.worksheetId !== ""}
      request={() => ({ path: "/generate-marketing-strategy", body: { ...request } })}
      parse={toStrategy}
      edit={(strategy, change) => <StrategyFields value={strategy} onChange={(part) => change({ ...strategy, ...part })} />}
      onAccept={(strategy) => onAccept(strategy, request)}
      onClose={onClose}
    />
  );
}
