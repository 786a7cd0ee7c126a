import { useTexts } from "@/i18n/useTexts";
import type { GeneratedMaster } from "@/pages/social-posts/generated";
import { Chips } from "@/ui/Chips";
import { Input } from "@/ui/Input";
import { Textarea } from "@/ui/Textarea";

interface GeneratedMasterFieldsProps {
  value: GeneratedMaster;
  onChange: (value: GeneratedMaster) => void;
}

/** What the assistant wrote, to choose from and to change. */
export function GeneratedMasterFields({ value, onChange }: GeneratedMasterFieldsProps) {
  const t = useTexts();
  const texts = t.socialPosts;
  const choices = [
    { use: "core", label: texts.coreMessage, text: value.core },
    { use: "extended", label: texts.extendedMessage, text: value.extended },
  ] as const;
  return (
    <div className="space-y-4">
      {value.extended !== "" && (
        <fieldset className="flex flex-wrap gap-4">
          <legend className="mb-1 text-sm font-medium">{texts.useAsMessage}</legend>
          {choices.map(({ use, label }) => (
            <label key={use} className="flex items-center gap-2">
              <input type="radio" name="use" className="size-4 accent-accent" checked={value.use === use} onChange={() => onChange({ ...value, use })} />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      {choices
        .filter(({ text, use }) => text !== "" || use === "core")
        .map(({ use, label, text }) => (
          <Textarea key={use} label={label} rows={use === "core" ? 3 : 6} value={text} onChange={(changed) => onChange({ ...value, [use]: changed })} />
        ))}
      <Input label={texts.callToAction} value={value.callToAction} onChange={(callToAction) => onChange({ ...value, callToAction })} />
      <Chips label={texts.hashtags} value={value.hashtags} onChange={(hashtags) => onChange({ ...value, hashtags })} />
    </div>
  );
}
