import { platformNames, platforms } from "@/data/platforms";
import type { PlatformVariant } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { publishTones } from "@/pages/social-posts/statusTones";
import { Badge } from "@/ui/Badge";

/** The platforms that a message is written for, each in the colour of its state. */
export function VariantSummary({ variants }: { variants: readonly PlatformVariant[] }) {
  const t = useTexts();
  const shown = platforms.flatMap((platform) => variants.find((variant) => variant.platform === platform) ?? []);
  if (shown.length === 0) {
    return null;
  }

  return (
    <ul aria-label={t.socialPosts.platforms} className="flex flex-wrap gap-1">
      {shown.map((variant) => (
        <li key={variant.id} title={t.socialPosts.publishStatus[variant.publish_status]}>
          <Badge tone={publishTones[variant.publish_status]}>
            {platformNames[variant.platform]}
            <span className="sr-only">: {t.socialPosts.publishStatus[variant.publish_status]}</span>
          </Badge>
        </li>
      ))}
    </ul>
  );
}
