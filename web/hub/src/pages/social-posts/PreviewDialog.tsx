import { platformNames } from "@/data/platforms";
import type { PlatformVariant } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { PlatformPreview } from "@/pages/social-posts/PlatformPreview";
import { toVariantForm } from "@/pages/social-posts/variantForm";
import { Dialog } from "@/ui/Dialog";

export function PreviewDialog({ variant, onClose }: { variant: PlatformVariant; onClose: () => void }) {
  const t = useTexts();
  return (
    <Dialog title={t.socialPosts.previewOf(platformNames[variant.platform])} onClose={onClose}>
      <PlatformPreview platform={variant.platform} copy={variant.adapted_copy} mediaIds={variant.platformMediaIds} title={toVariantForm(variant).seoTitle} />
    </Dialog>
  );
}
