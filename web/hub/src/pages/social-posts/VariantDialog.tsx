import { Sparkles } from "lucide-react";
import { useState } from "react";
import { platformNames } from "@/data/platforms";
import type { PlatformVariant } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { PlatformPreview } from "@/pages/social-posts/PlatformPreview";
import { VariantFields } from "@/pages/social-posts/VariantFields";
import { emptyVariant, fromVariantForm, problemsOf, toVariantForm, type VariantForm } from "@/pages/social-posts/variantForm";
import { Button } from "@/ui/Button";
import { FormDialog } from "@/ui/FormDialog";
import { Tabs } from "@/ui/Tabs";
import { useSaving } from "@/ui/useSaving";

interface VariantDialogProps {
  masterId: string;
  /** Absent for a new one. */
  variant?: PlatformVariant | undefined;
  /** What a new one begins with. */
  initial?: Partial<VariantForm>;
  /** The user would rather have several written by the assistant. */
  onGenerate?: () => void;
  onClose: () => void;
}

/** Writes a variant or changes it, with its preview beside it. */
export function VariantDialog({ masterId, variant, initial, onGenerate, onClose }: VariantDialogProps) {
  const t = useTexts();
  const { save, busy, failure } = useSaving("platform_variants", onClose);
  const [values, setValues] = useState<VariantForm>(() => (variant ? toVariantForm(variant) : { ...emptyVariant, ...initial }));
  const [tried, setTried] = useState(false);
  const problems = problemsOf(values);
  const change = (part: Partial<VariantForm>) => setValues((before) => ({ ...before, ...part }));

  const submit = () => {
    setTried(true);
    if (problems.length > 0) {
      return;
    }

    save({ id: variant?.id, values: { ...fromVariantForm(values, variant), ...(variant ? {} : { master_content_id: masterId }) } }, () => platformNames[values.platform]);
  };

  return (
    <FormDialog
      title={variant ? t.socialPosts.editVariant : t.socialPosts.addVariant}
      wide
      busy={busy}
      failure={failure}
      onSubmit={submit}
      onClose={onClose}
      extra={
        onGenerate && (
          <Button onClick={onGenerate}>
            <Sparkles aria-hidden="true" className="size-4" />
            {t.socialPosts.generateMultiple}
          </Button>
        )
      }
    >
      <Tabs
        label={t.socialPosts.variant}
        tabs={[
          { value: "edit", label: t.socialPosts.text, content: <VariantFields values={values} onChange={change} problems={tried ? problems : []} isNew={!variant} /> },
          { value: "preview", label: t.socialPosts.preview, content: <PlatformPreview platform={values.platform} copy={values.copy} mediaIds={values.mediaIds} title={values.seoTitle} /> },
        ]}
      />
    </FormDialog>
  );
}
