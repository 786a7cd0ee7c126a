import { platformNames, platforms } from "@/data/platforms";
import type { PlatformVariant } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { CharacterCount } from "@/pages/social-posts/CharacterCount";
import { ScheduleField } from "@/pages/social-posts/ScheduleField";
import { SeoSettings } from "@/pages/social-posts/SeoSettings";
import { type VariantForm, type VariantProblem, withHashtags } from "@/pages/social-posts/variantForm";
import { Button } from "@/ui/Button";
import { Chips } from "@/ui/Chips";
import { Input } from "@/ui/Input";
import { MediaField } from "@/ui/MediaField";
import { Select } from "@/ui/Select";
import { Textarea } from "@/ui/Textarea";

interface VariantFieldsProps {
  values: VariantForm;
  onChange: (change: Partial<VariantForm>) => void;
  /** Those to be shown. */
  problems: readonly VariantProblem[];
  isNew: boolean;
}

const statuses: readonly PlatformVariant["publish_status"][] = ["draft", "scheduled", "published", "failed"];

export function VariantFields({ values, onChange, problems, isNew }: VariantFieldsProps) {
  const t = useTexts();
  const texts = t.socialPosts;
  const copyProblem = problems.includes("copyMissing") ? t.common.required : problems.includes("tooLong") ? texts.tooLong : undefined;
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={texts.platform}
          required
          value={values.platform}
          disabled={!isNew && values.status === "published"}
          options={platforms.map((platform) => ({ value: platform, label: platformNames[platform] }))}
          onChange={(platform) => platform !== "" && onChange({ platform })}
        />
        <Select
          label={t.common.status}
          value={values.status}
          // Facebook posts are published by the button that really posts them; a failure is the server's word.
          options={statuses
            .filter((status) => status === values.status || status === "draft" || status === "scheduled" || (status === "published" && values.platform !== "facebook"))
            .map((status) => ({ value: status, label: texts.publishStatus[status] }))}
          onChange={(status) => status !== "" && onChange({ status })}
        />
      </div>
      <div className="space-y-1">
        <Textarea label={texts.copy} required rows={8} value={values.copy} error={copyProblem} onChange={(copy) => onChange({ copy })} />
        <CharacterCount platform={values.platform} text={values.copy} />
      </div>
      <ScheduleField value={values.scheduledAt} required={values.status === "scheduled"} missing={problems.includes("timeMissing")} onChange={(scheduledAt) => onChange({ scheduledAt })} />
      <div className="space-y-2">
        <Chips label={texts.hashtags} value={values.hashtags} onChange={(hashtags) => onChange({ hashtags })} />
        {values.hashtags.length > 0 && withHashtags(values.copy, values.hashtags) !== values.copy && (
          <Button size="small" onClick={() => onChange({ copy: withHashtags(values.copy, values.hashtags) })}>
            {texts.appendHashtags}
          </Button>
        )}
      </div>
      <Input label={texts.callToAction} value={values.callToAction} onChange={(callToAction) => onChange({ callToAction })} />
      <Textarea label={texts.summary} rows={2} value={values.summary} onChange={(summary) => onChange({ summary })} />
      <MediaField label={texts.media} value={values.mediaIds} onChange={(mediaIds) => onChange({ mediaIds })} />
      <SeoSettings values={values} onChange={onChange} />
      <details className="rounded-md border border-line">
        <summary className="cursor-pointer px-3 py-2 font-medium">{texts.notes}</summary>
        <div className="space-y-4 border-t border-line p-3">
          <Textarea label={texts.platformTips} rows={2} value={values.platformTips} onChange={(platformTips) => onChange({ platformTips })} />
          <Textarea label={texts.optimizationNotes} rows={2} value={values.optimizationNotes} onChange={(optimizationNotes) => onChange({ optimizationNotes })} />
          <Input label={texts.confidence} type="number" min={0} max={5} step={0.1} value={values.confidence} onChange={(confidence) => onChange({ confidence })} />
        </div>
      </details>
    </div>
  );
}
