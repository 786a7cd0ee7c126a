import { platformNames } from "@/data/platforms";
import { useTexts } from "@/i18n/useTexts";
import { CharacterCount } from "@/pages/social-posts/CharacterCount";
import type { GeneratedVariant } from "@/pages/social-posts/generated";
import type { VariantForm } from "@/pages/social-posts/variantForm";
import { Checkbox } from "@/ui/Checkbox";
import { Chips } from "@/ui/Chips";
import { Textarea } from "@/ui/Textarea";

interface GeneratedVariantsProps {
  variants: readonly GeneratedVariant[];
  onChange: (variants: GeneratedVariant[]) => void;
}

/** What the assistant wrote for each platform: to take or leave, and to change. */
export function GeneratedVariants({ variants, onChange }: GeneratedVariantsProps) {
  const t = useTexts();
  const change = (index: number, part: Partial<GeneratedVariant>) => onChange(variants.map((variant, at) => (at === index ? { ...variant, ...part } : variant)));
  const changeForm = (index: number, part: Partial<VariantForm>) => {
    const variant = variants[index];
    if (variant) {
      change(index, { form: { ...variant.form, ...part } });
    }
  };
  return (
    <ul className="space-y-4">
      {variants.map(({ chosen, saved, form }, index) => (
        <li key={form.platform} className="space-y-3 rounded-md border border-line p-3">
          <Checkbox label={saved ? t.socialPosts.alreadySaved(platformNames[form.platform]) : platformNames[form.platform]} checked={chosen} disabled={saved} onChange={(value) => change(index, { chosen: value })} />
          {chosen && !saved && (
            <>
              <div className="space-y-1">
                <Textarea label={t.socialPosts.copyOf(platformNames[form.platform])} rows={5} value={form.copy} onChange={(copy) => changeForm(index, { copy })} />
                <CharacterCount platform={form.platform} text={form.copy} />
              </div>
              <Chips label={t.socialPosts.hashtags} value={form.hashtags} onChange={(hashtags) => changeForm(index, { hashtags })} />
              {form.platformTips !== "" && <p className="text-sm text-muted">{form.platformTips}</p>}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
