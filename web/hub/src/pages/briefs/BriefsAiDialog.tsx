import { useState } from "react";
import { AiDialog } from "@/agent/AiDialog";
import { defaultLanguage, LanguageSelect } from "@/agent/LanguageSelect";
import { useTexts } from "@/i18n/useTexts";
import { fewestAngles, isAngles, mostAngles, toResult, usualAngles } from "@/pages/briefs/briefsAi";
import { BriefsResultView } from "@/pages/briefs/BriefsResultView";
import { Input } from "@/ui/Input";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

interface BriefsAiDialogProps {
  campaignId: string;
  generationKey: string;
  onClose: () => void;
}

/** Has briefs made for every stage of the funnel: a job of the server that saves them itself. */
export function BriefsAiDialog({ campaignId, generationKey, onClose }: BriefsAiDialogProps) {
  const t = useTexts();
  const workspaceId = useWorkspaceId();
  const [count, setCount] = useState(String(usualAngles));
  const [language, setLanguage] = useState(defaultLanguage);
  return (
    <AiDialog
      title={t.briefs.aiTitle}
      generationKey={generationKey}
      form={
        <>
          <p className="text-muted">{t.briefs.aiHint}</p>
          <Input
            label={t.briefs.anglesPerStage}
            type="number"
            min={fewestAngles}
            max={mostAngles}
            value={count}
            onChange={setCount}
            error={isAngles(count) ? undefined : t.briefs.anglesWrong(fewestAngles, mostAngles)}
          />
          <LanguageSelect value={language} onChange={setLanguage} />
        </>
      }
      canStart={isAngles(count)}
      request={() => ({ path: "/generate-content-briefs", body: { campaignId, workspaceId, language, anglesPerStage: Number(count) }, isJob: true })}
      parse={toResult}
      edit={(result) => <BriefsResultView result={result} />}
      onAccept={() => undefined}
      acceptLabel={t.briefs.showBriefs}
      doneText={t.briefs.aiDone}
      onClose={onClose}
    />
  );
}
