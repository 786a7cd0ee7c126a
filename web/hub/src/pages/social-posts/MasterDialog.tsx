import { Sparkles } from "lucide-react";
import { useState } from "react";
import { defaultLanguage, LanguageSelect } from "@/agent/LanguageSelect";
import { generations } from "@/agent/generations";
import { useGeneration } from "@/agent/useGeneration";
import type { MasterContent } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { masterKey, postLanguages } from "@/pages/social-posts/generated";
import { MasterAiDialog, masterRequest } from "@/pages/social-posts/MasterAiDialog";
import { emptyMaster, fromMasterForm, toMasterForm } from "@/pages/social-posts/masterForm";
import { MasterFields } from "@/pages/social-posts/MasterFields";
import { Button } from "@/ui/Button";
import { FormDialog } from "@/ui/FormDialog";
import { useForm } from "@/ui/useForm";
import { useSaving } from "@/ui/useSaving";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

interface MasterDialogProps {
  /** Absent for a new one. */
  master?: MasterContent;
  onClose: () => void;
}

export function MasterDialog({ master, onClose }: MasterDialogProps) {
  const t = useTexts();
  const workspaceId = useWorkspaceId();
  const { save, busy, failure } = useSaving("master_contents", onClose);
  const form = useForm(() => (master ? toMasterForm(master) : emptyMaster));
  const [language, setLanguage] = useState(defaultLanguage);
  const [generating, setGenerating] = useState(false);
  const { campaignId } = form.values;
  const run = useGeneration(masterKey(campaignId));

  const submit = () => {
    if (form.check("coreMessage")) {
      save({ id: master?.id, values: fromMasterForm(form.values, master) }, () => form.values.coreMessage.trim().slice(0, 60));
    }
  };
  const generate = () => {
    if (!run) {
      void generations.start(masterKey(campaignId), masterRequest(campaignId, workspaceId, language));
    }

    setGenerating(true);
  };

  return (
    <>
      <FormDialog
        title={master ? t.socialPosts.editMaster : t.socialPosts.newMaster}
        wide
        busy={busy}
        failure={failure}
        onSubmit={submit}
        onClose={onClose}
        extra={
          campaignId !== "" && (
            <div className="flex flex-wrap items-end gap-2">
              <LanguageSelect value={language} onChange={setLanguage} languages={postLanguages} />
              <Button onClick={generate}>
                <Sparkles aria-hidden="true" className="size-4" />
                {run ? t.socialPosts.runState[run.state] : t.agent.generateViaAi}
              </Button>
            </div>
          )
        }
      >
        <MasterFields form={form} failure={failure} />
      </FormDialog>
      {generating && (
        <MasterAiDialog
          campaignId={campaignId}
          language={language}
          onLanguage={setLanguage}
          onUse={(content) => form.setValues((before) => ({ ...before, ...content }))}
          onClose={() => setGenerating(false)}
        />
      )}
    </>
  );
}
