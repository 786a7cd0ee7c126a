import { AiDialog } from "@/agent/AiDialog";
import type { GenerationRequest } from "@/agent/generations";
import { type GeneratedLanguage, LanguageSelect } from "@/agent/LanguageSelect";
import { useTexts } from "@/i18n/useTexts";
import { GeneratedMasterFields } from "@/pages/social-posts/GeneratedMasterFields";
import { masterKey, parseMaster, postLanguages, toMasterFields } from "@/pages/social-posts/generated";
import type { MasterForm } from "@/pages/social-posts/masterForm";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

interface MasterAiDialogProps {
  campaignId: string;
  language: GeneratedLanguage;
  onLanguage: (language: GeneratedLanguage) => void;
  onUse: (content: Partial<MasterForm>) => void;
  onClose: () => void;
}

export function masterRequest(campaignId: string, workspaceId: string, languagePreference: GeneratedLanguage): GenerationRequest {
  return { path: "/generate-master-content", body: { campaignId, workspaceId, languagePreference } };
}

/** Has a campaign's message written; the result goes into the form it was asked from. */
export function MasterAiDialog({ campaignId, language, onLanguage, onUse, onClose }: MasterAiDialogProps) {
  const t = useTexts();
  const workspaceId = useWorkspaceId();
  return (
    <AiDialog
      title={t.socialPosts.generateMaster}
      generationKey={masterKey(campaignId)}
      canStart
      form={<LanguageSelect value={language} onChange={onLanguage} languages={postLanguages} />}
      request={() => masterRequest(campaignId, workspaceId, language)}
      parse={parseMaster}
      edit={(result, change) => <GeneratedMasterFields value={result} onChange={change} />}
      onAccept={(result) => onUse(toMasterFields(result))}
      onClose={onClose}
    />
  );
}
