import { useTexts } from "@/i18n/useTexts";
import type { VariantForm } from "@/pages/social-posts/variantForm";
import { Chips } from "@/ui/Chips";
import { Input } from "@/ui/Input";
import { Textarea } from "@/ui/Textarea";

interface SeoSettingsProps {
  values: VariantForm;
  onChange: (change: Partial<VariantForm>) => void;
}

/** What search engines and link previews show; folded away, since most posts do without. */
export function SeoSettings({ values, onChange }: SeoSettingsProps) {
  const t = useTexts();
  return (
    <details className="rounded-md border border-line">
      <summary className="cursor-pointer px-3 py-2 font-medium">{t.socialPosts.seo}</summary>
      <div className="space-y-4 border-t border-line p-3">
        <Input label={t.socialPosts.seoTitle} value={values.seoTitle} maxLength={120} onChange={(seoTitle) => onChange({ seoTitle })} />
        <Textarea label={t.socialPosts.seoDescription} rows={2} value={values.seoDescription} maxLength={300} onChange={(seoDescription) => onChange({ seoDescription })} />
        <Chips label={t.socialPosts.seoKeywords} value={values.seoKeywords} onChange={(seoKeywords) => onChange({ seoKeywords })} />
      </div>
    </details>
  );
}
