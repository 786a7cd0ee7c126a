import { Eye, ExternalLink, Pencil, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { toFailure } from "@/data/errors";
import { useDeleteRecord } from "@/data/mutations";
import { platformNames } from "@/data/platforms";
import type { PlatformVariant } from "@/data/records";
import { toPlain } from "@/data/richText";
import { useTexts } from "@/i18n/useTexts";
import { CharacterCount } from "@/pages/social-posts/CharacterCount";
import { PreviewDialog } from "@/pages/social-posts/PreviewDialog";
import { PublishDialog } from "@/pages/social-posts/PublishDialog";
import { isDue, publishTones } from "@/pages/social-posts/statusTones";
import { splitTags } from "@/pages/social-posts/masterForm";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { DateTime } from "@/ui/DateTime";
import { failureText } from "@/ui/failureText";
import { IconButton } from "@/ui/IconButton";
import { showToast } from "@/ui/toasts";

/** A variant with its state and what can be done with it. */
export function VariantCard({ variant, onEdit }: { variant: PlatformVariant; onEdit: () => void }) {
  const t = useTexts();
  const texts = t.socialPosts;
  const remove = useDeleteRecord("platform_variants");
  const [open, setOpen] = useState<"preview" | "publish" | "delete" | null>(null);
  const name = platformNames[variant.platform];
  const canPublish = variant.publish_status !== "published" && (variant.platform === "facebook" || variant.platform === "blog");
  const tags = splitTags(variant.metadata?.["hashtags"]);
  const close = () => setOpen(null);
  const confirmDelete = () => {
    void remove.mutateAsync(variant.id).then(
      () => showToast(t.common.deleted(name)),
      (error: unknown) => showToast(failureText(toFailure(error), t), "error"),
    );
    close();
  };

  return (
    <article aria-label={name} className="flex h-full flex-col gap-2 rounded-md border border-line bg-ground p-3">
      <div className="flex items-start justify-between gap-2">
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          <h3 className="font-semibold">{name}</h3>
          <Badge tone={publishTones[variant.publish_status]}>{texts.publishStatus[variant.publish_status]}</Badge>
          {isDue(variant) && <Badge tone="warning">{texts.due}</Badge>}
        </div>
        <div className="flex shrink-0">
          <IconButton icon={Eye} title={texts.preview} onClick={() => setOpen("preview")} />
          <IconButton icon={Pencil} title={t.common.edit} onClick={onEdit} />
          <IconButton icon={Trash2} title={t.common.delete} danger onClick={() => setOpen("delete")} />
        </div>
      </div>
      <p className="line-clamp-6 break-words whitespace-pre-wrap">{variant.platform === "blog" ? toPlain(variant.adapted_copy) : variant.adapted_copy}</p>
      {tags.length > 0 && <p className="text-sm break-words text-muted">{tags.join(" ")}</p>}
      <div className="mt-auto space-y-2">
        <CharacterCount platform={variant.platform} text={variant.adapted_copy} />
        {variant.publish_status === "scheduled" && (
          <p className="text-sm text-muted">
            {texts.scheduledAt}: <DateTime value={variant.scheduled_at} />
          </p>
        )}
        {variant.publish_status === "published" && (
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
            <span>
              {texts.publishedAt}: <DateTime value={variant.published_at} />
            </span>
            {variant.platform === "blog" && variant.platform_post_id !== "" && (
              <a href={`/blog/${encodeURIComponent(variant.platform_post_id)}/`} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1 text-accent underline">
                {texts.openArticle}
                <ExternalLink aria-hidden="true" className="size-4" />
              </a>
            )}
            {variant.platform === "facebook" && variant.platform_post_id !== "" && <span className="break-all">{variant.platform_post_id}</span>}
          </p>
        )}
        {canPublish && (
          <Button size="small" look="primary" onClick={() => setOpen("publish")}>
            <Send aria-hidden="true" className="size-4" />
            {variant.platform === "facebook" ? texts.pushToFacebook : texts.publishToBlog}
          </Button>
        )}
      </div>
      {open === "preview" && <PreviewDialog variant={variant} onClose={close} />}
      {open === "publish" && <PublishDialog variant={variant} onClose={close} />}
      {open === "delete" && <ConfirmDialog message={texts.deleteVariantAsk(name)} onConfirm={confirmDelete} onClose={close} />}
    </article>
  );
}
