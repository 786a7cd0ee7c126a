import { toFailure } from "@/data/errors";
import { charactersOver } from "@/data/platforms";
import type { PlatformVariant } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { PlatformPreview } from "@/pages/social-posts/PlatformPreview";
import { PublishRefused, usePublish } from "@/pages/social-posts/publishing";
import { toVariantForm } from "@/pages/social-posts/variantForm";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { failureText } from "@/ui/failureText";
import { showToast } from "@/ui/toasts";

/** Shows what will be public, and publishes it. */
export function PublishDialog({ variant, onClose }: { variant: PlatformVariant; onClose: () => void }) {
  const t = useTexts();
  const texts = t.socialPosts;
  const publish = usePublish();
  const isFacebook = variant.platform === "facebook";
  const label = isFacebook ? texts.pushToFacebook : texts.publishToBlog;
  const isReady = variant.adapted_copy.trim() !== "" && charactersOver(variant.platform, variant.adapted_copy) === 0;
  const submit = () =>
    publish.mutate(variant, {
      onSuccess: (remark) => {
        if (remark !== "") {
          showToast(remark, "info");
        }

        showToast(isFacebook ? texts.publishedOnFacebook : texts.publishedOnBlog);
        onClose();
      },
    });

  return (
    <Dialog
      title={label}
      description={isFacebook ? texts.facebookHint : texts.blogHint}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" busy={publish.isPending} disabled={!isReady} onClick={submit}>
            {label}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {publish.error && (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 break-words text-danger">
            {publish.error instanceof PublishRefused ? texts.facebookRefused(publish.error.message) : failureText(toFailure(publish.error), t)}
          </p>
        )}
        {isFacebook && variant.platformMediaIds.length > 1 && <p className="rounded-md bg-warning-soft px-3 py-2 text-warning">{texts.facebookOnePicture}</p>}
        <PlatformPreview platform={variant.platform} copy={variant.adapted_copy} mediaIds={variant.platformMediaIds} title={toVariantForm(variant).seoTitle} />
      </div>
    </Dialog>
  );
}
