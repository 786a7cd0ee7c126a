import { characterLimits, charactersOver, countCharacters } from "@/data/platforms";
import type { Platform } from "@/data/records";
import { useLocale, useTexts } from "@/i18n/useTexts";
import { classes } from "@/ui/classes";

interface CharacterCountProps {
  platform: Platform;
  text: string;
}

/** How long a text is and may be; says so aloud only when it is too long. */
export function CharacterCount({ platform, text }: CharacterCountProps) {
  const t = useTexts();
  const number = new Intl.NumberFormat(useLocale());
  const limit = characterLimits[platform];
  const over = charactersOver(platform, text);
  const count = number.format(countCharacters(text));
  return (
    <p className={classes("text-sm", over > 0 ? "font-medium text-danger" : "text-muted")}>
      <span>{limit === null ? t.socialPosts.characters(count) : t.socialPosts.charactersOf(count, number.format(limit))}</span>
      <span role="status">{over > 0 && ` ${t.socialPosts.tooLongBy(number.format(over))}`}</span>
    </p>
  );
}
