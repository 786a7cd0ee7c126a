import { type ReactNode, useState } from "react";
import { characterLimits, platformNames } from "@/data/platforms";
import type { Platform } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";

interface PreviewPostProps {
  platform: Platform;
  account: string;
  copy: string;
  media: ReactNode;
  mediaFirst: boolean;
}

// After about so many characters the platforms fold a post behind "see more".
const folds: Partial<Record<Platform, number>> = { facebook: 480, instagram: 125, linkedin: 210, tiktok: 150, youtube: 200 };

export function PreviewPost({ platform, account, copy, media, mediaFirst }: PreviewPostProps) {
  const t = useTexts();
  const [unfolded, setUnfolded] = useState(false);
  const characters = [...copy];
  const fits = characters.slice(0, characterLimits[platform] ?? characters.length).join("");
  const rest = characters.slice(characterLimits[platform] ?? characters.length).join("");
  const fold = folds[platform] ?? characters.length;
  const isFolded = !unfolded && characters.length > fold;
  return (
    <article className="space-y-3 rounded-lg border border-line bg-ground p-4">
      <header className="flex items-center gap-3">
        <span aria-hidden="true" className="flex size-10 items-center justify-center rounded-full bg-accent font-semibold text-on-accent">
          {account.slice(0, 1).toUpperCase()}
        </span>
        <div className="min-w-0">
          <p className="truncate font-semibold">{account}</p>
          <p className="text-sm text-muted">{platformNames[platform]}</p>
        </div>
      </header>
      {mediaFirst && media}
      <p className="break-words whitespace-pre-wrap">
        {isFolded ? `${characters.slice(0, fold).join("").trimEnd()}… ` : fits}
        {isFolded ? (
          <button type="button" className="font-medium text-muted underline" onClick={() => setUnfolded(true)}>
            {t.socialPosts.seeMore}
          </button>
        ) : (
          rest !== "" && <mark className="bg-danger-soft text-danger">{rest}</mark>
        )}
      </p>
      {!mediaFirst && media}
    </article>
  );
}
