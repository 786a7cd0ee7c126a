import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { AiDialog } from "@/agent/AiDialog";
import { generations } from "@/agent/generations";
import { defaultLanguage, LanguageSelect } from "@/agent/LanguageSelect";
import { useSaveRecord } from "@/data/mutations";
import type { MasterContent, Platform } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { type GeneratedVariant, parseVariants, postLanguages, variantsKey } from "@/pages/social-posts/generated";
import { GeneratedVariants } from "@/pages/social-posts/GeneratedVariants";
import { PlatformChoice } from "@/pages/social-posts/PlatformChoice";
import { fromVariantForm } from "@/pages/social-posts/variantForm";
import { Button } from "@/ui/Button";
import { showToast } from "@/ui/toasts";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

interface VariantsAiDialogProps {
  master: MasterContent;
  /** The user would rather write one by hand. */
  onBack: () => void;
  onSaved: () => void;
  onClose: () => void;
}

/** Has variants written for several platforms, and saves those that the user takes. */
export function VariantsAiDialog({ master, onBack, onSaved, onClose }: VariantsAiDialogProps) {
  const t = useTexts();
  const workspaceId = useWorkspaceId();
  const save = useSaveRecord("platform_variants");
  const [chosen, setChosen] = useState<Platform[]>([]);
  const [language, setLanguage] = useState(defaultLanguage);
  const key = variantsKey(master.id);

  const accept = async (variants: readonly GeneratedVariant[]) => {
    let current = variants;
    for (const variant of variants.filter((item) => item.chosen && !item.saved)) {
      await save.mutateAsync({ values: { ...fromVariantForm(variant.form), master_content_id: master.id, platformMediaIds: master.primaryMediaIds } });
      // Kept with the run: should the next one fail, this one is not saved twice.
      current = current.map((item) => (item === variant ? { ...item, saved: true } : item));
      generations.setDraft(key, current);
    }

    showToast(t.socialPosts.variantsSaved(variants.filter((item) => item.chosen).length));
    onSaved();
  };

  return (
    <AiDialog
      title={t.socialPosts.generateMultiple}
      generationKey={key}
      canStart={chosen.length > 0}
      form={
        <div className="space-y-4">
          <Button size="small" look="ghost" onClick={onBack}>
            <ArrowLeft aria-hidden="true" className="size-4" />
            {t.socialPosts.back}
          </Button>
          <PlatformChoice value={chosen} onChange={setChosen} />
          <LanguageSelect value={language} onChange={setLanguage} languages={postLanguages} />
        </div>
      }
      request={() => ({
        path: `/generate-platform-variants/${encodeURIComponent(master.id)}`,
        body: { platforms: chosen, workspaceId, languagePreference: language },
      })}
      parse={parseVariants}
      edit={(variants, change) => <GeneratedVariants variants={variants} onChange={change} />}
      onAccept={accept}
      startLabel={t.socialPosts.generateVariants}
      acceptLabel={t.socialPosts.saveVariants}
      onClose={onClose}
    />
  );
}
