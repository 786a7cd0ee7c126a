import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { AiDialog } from "@/agent/AiDialog";
import { jobKey } from "@/agent/jobs";
import { defaultLanguage, LanguageSelect } from "@/agent/LanguageSelect";
import { useGeneration } from "@/agent/useGeneration";
import { keys } from "@/data/keys";
import { platforms } from "@/data/platforms";
import { refresh } from "@/data/refresh";
import { useTexts } from "@/i18n/useTexts";
import { BatchSummary } from "@/pages/social-posts/BatchSummary";
import { parseBatch, postLanguages } from "@/pages/social-posts/generated";
import { PlatformChoice } from "@/pages/social-posts/PlatformChoice";
import { Input } from "@/ui/Input";
import { RecordCombobox } from "@/ui/RecordCombobox";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

interface BatchDialogProps {
  /** Chosen campaign; empty for none yet. A batch that runs for it is shown. */
  campaignId: string;
  onCampaign: (id: string) => void;
  onClose: () => void;
}

const mostMasters = 10;

/** Has several messages written for a campaign, each with its variants. The work is done and stored by the server. */
export function BatchDialog({ campaignId, onCampaign, onClose }: BatchDialogProps) {
  const t = useTexts();
  const texts = t.socialPosts;
  const client = useQueryClient();
  const workspaceId = useWorkspaceId();
  const [language, setLanguage] = useState(defaultLanguage);
  const [count, setCount] = useState("3");
  const [chosen, setChosen] = useState(platforms.slice(0, 4));
  const key = jobKey("batch-posts", campaignId);
  const run = useGeneration(key);
  const { jobId = "", state } = run ?? {};
  const numMasters = Number(count);
  const countIsGood = Number.isInteger(numMasters) && numMasters >= 1 && numMasters <= mostMasters;

  // The list of jobs does not know yet that this one has begun, or ended.
  useEffect(() => {
    if (jobId !== "") {
      void refresh(client, keys.jobs(workspaceId));
    }
  }, [client, jobId, state, workspaceId]);

  return (
    <AiDialog
      title={texts.batchTitle}
      generationKey={key}
      canStart={campaignId !== "" && chosen.length > 0 && countIsGood}
      form={
        <div className="space-y-4">
          <RecordCombobox
            label={texts.campaign}
            required
            collection="marketing_campaigns"
            labelField="name"
            value={campaignId === "" ? [] : [campaignId]}
            onChange={([id = ""]) => onCampaign(id)}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <LanguageSelect value={language} onChange={setLanguage} languages={postLanguages} />
            <Input
              label={texts.batchCount}
              type="number"
              min={1}
              max={mostMasters}
              required
              value={count}
              onChange={setCount}
              error={countIsGood ? undefined : texts.batchCountRange(mostMasters)}
            />
          </div>
          <PlatformChoice value={chosen} onChange={setChosen} />
          <p className="text-sm text-muted">{texts.batchHint}</p>
        </div>
      }
      request={() => ({ path: "/batch-generate-posts", body: { campaignId, workspaceId, language, platforms: chosen, numMasters }, isJob: true })}
      parse={parseBatch}
      edit={(result) => <BatchSummary result={result} />}
      onAccept={() => refresh(client, keys.workspaceRecords(workspaceId))}
      acceptLabel={texts.batchShow}
      doneText={texts.batchDone}
      onClose={onClose}
    />
  );
}
