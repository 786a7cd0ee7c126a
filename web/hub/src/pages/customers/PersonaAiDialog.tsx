import { useState } from "react";
import { AiDialog } from "@/agent/AiDialog";
import { generations } from "@/agent/generations";
import { defaultLanguage, type GeneratedLanguage, LanguageSelect } from "@/agent/LanguageSelect";
import { toText } from "@/data/json";
import { useTexts } from "@/i18n/useTexts";
import { toProfile } from "@/pages/customers/personaAi";
import type { PersonaProfile } from "@/pages/customers/personaForm";
import { PersonaProfileFields } from "@/pages/customers/PersonaProfileFields";
import { RecordCombobox } from "@/ui/RecordCombobox";

interface PersonaAiDialogProps {
  generationKey: string;
  onAccept: (profile: PersonaProfile) => void;
  onClose: () => void;
}

const languages: readonly GeneratedLanguage[] = ["Vietnamese", "English", "Japanese", "Korean"];

/** Has the ideal customer of a brand described. */
export function PersonaAiDialog({ generationKey, onAccept, onClose }: PersonaAiDialogProps) {
  const t = useTexts();
  const [asked] = useState(() => generations.requestOf(generationKey)?.body);
  const [brandIdentityId, setBrandId] = useState(toText(asked?.["brandIdentityId"]));
  const [language, setLanguage] = useState((asked?.["language"] as GeneratedLanguage | undefined) ?? defaultLanguage);
  return (
    <AiDialog
      title={t.customers.aiTitle}
      generationKey={generationKey}
      form={
        <>
          <p className="text-muted">{t.customers.aiHint}</p>
          <RecordCombobox
            label={t.customers.brand}
            required
            collection="brand_identities"
            labelField="brand_name"
            value={brandIdentityId === "" ? [] : [brandIdentityId]}
            onChange={(ids) => setBrandId(ids[0] ?? "")}
          />
          <LanguageSelect value={language} onChange={setLanguage} languages={languages} />
        </>
      }
      canStart={brandIdentityId !== ""}
      request={() => ({ path: "/generate-customer-profile", body: { brandIdentityId, language } })}
      parse={toProfile}
      edit={(profile, change) => <PersonaProfileFields value={profile} onChange={(part) => change({ ...profile, ...part })} />}
      onAccept={onAccept}
      onClose={onClose}
    />
  );
}
