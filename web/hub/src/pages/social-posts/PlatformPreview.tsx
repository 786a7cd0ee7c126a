import { charactersOver, platformNames } from "@/data/platforms";
import type { Platform } from "@/data/records";
import { useRecordsById } from "@/data/useRecordsById";
import { useTexts } from "@/i18n/useTexts";
import { CharacterCount } from "@/pages/social-posts/CharacterCount";
import { PreviewArticle } from "@/pages/social-posts/PreviewArticle";
import { PreviewMedia } from "@/pages/social-posts/PreviewMedia";
import { PreviewPost } from "@/pages/social-posts/PreviewPost";
import { useAccountName } from "@/pages/social-posts/useAccountName";

interface PlatformPreviewProps {
  platform: Platform;
  copy: string;
  mediaIds: readonly string[];
  /** Of an article or a message. */
  title: string;
}

/** About what readers will see on the platform. */
export function PlatformPreview({ platform, copy, mediaIds, title }: PlatformPreviewProps) {
  const t = useTexts();
  const assets = useRecordsById("media_assets", mediaIds);
  const account = useAccountName(platform);
  const media = <PreviewMedia assets={assets} />;
  return (
    // A dialog around it scrolls, and it may hold nothing else for the keyboard to reach.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section tabIndex={0} aria-label={t.socialPosts.previewOf(platformNames[platform])} className="mx-auto max-w-lg space-y-2">
      {platform === "blog" || platform === "email" ? (
        <PreviewArticle title={title} copy={copy} media={media} />
      ) : (
        <PreviewPost platform={platform} account={account} copy={copy} media={media} mediaFirst={platform === "instagram" || platform === "tiktok" || platform === "youtube"} />
      )}
      <CharacterCount platform={platform} text={copy} />
      {charactersOver(platform, copy) > 0 && <p className="text-sm text-danger">{t.socialPosts.tooLong}</p>}
    </section>
  );
}
