import { useTexts } from "@/i18n/useTexts";
import { Select } from "@/ui/Select";

/** Languages that a generator writes, by the names that the agent knows. */
export type GeneratedLanguage = "Vietnamese" | "English" | "Japanese" | "Korean" | "Chinese" | "Spanish";

export const defaultLanguage: GeneratedLanguage = "Vietnamese";

interface LanguageSelectProps {
  value: GeneratedLanguage;
  onChange: (language: GeneratedLanguage) => void;
  /** Default: Vietnamese and English. */
  languages?: readonly GeneratedLanguage[];
}

export function LanguageSelect({ value, onChange, languages = ["Vietnamese", "English"] }: LanguageSelectProps) {
  const t = useTexts();
  return (
    <Select
      label={t.agent.language}
      value={value}
      options={languages.map((language) => ({ value: language, label: t.agent.languages[language] }))}
      onChange={(language) => onChange(language === "" ? defaultLanguage : language)}
    />
  );
}
