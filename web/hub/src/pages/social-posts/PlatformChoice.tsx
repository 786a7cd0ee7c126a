import { characterLimits, platformNames, platforms } from "@/data/platforms";
import type { Platform } from "@/data/records";
import { useLocale, useTexts } from "@/i18n/useTexts";
import { Checkbox } from "@/ui/Checkbox";

interface PlatformChoiceProps {
  value: readonly Platform[];
  onChange: (platforms: Platform[]) => void;
}

/** Which platforms to write for, with the length that each takes. */
export function PlatformChoice({ value, onChange }: PlatformChoiceProps) {
  const t = useTexts();
  const number = new Intl.NumberFormat(useLocale());
  const label = (platform: Platform) => {
    const limit = characterLimits[platform];
    return limit === null ? platformNames[platform] : `${platformNames[platform]} (${t.socialPosts.upTo(number.format(limit))})`;
  };
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{t.socialPosts.platforms}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {platforms.map((platform) => (
          <Checkbox
            key={platform}
            label={label(platform)}
            checked={value.includes(platform)}
            onChange={(checked) => onChange(platforms.filter((other) => (other === platform ? checked : value.includes(other))))}
          />
        ))}
      </div>
    </fieldset>
  );
}
