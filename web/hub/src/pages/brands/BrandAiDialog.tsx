import { useState } from "react";
import { AiDialog } from "@/agent/AiDialog";
import { generations } from "@/agent/generations";
import { defaultLanguage, type GeneratedLanguage, LanguageSelect } from "@/agent/LanguageSelect";
import { toText } from "@/data/json";
import { useTexts } from "@/i18n/useTexts";
import { toIdentity } from "@/pages/brands/brandAi";
import type { BrandIdentity } from "@/pages/brands/brandForm";
import { BrandIdentityFields } from "@/pages/brands/BrandIdentityFields";
import { RecordCombobox } from "@/ui/RecordCombobox";

interface BrandAiDialogProps {
  generationKey: string;
  onAccept: (identity: BrandIdentity) => void;
  onClose: () => void;
}

/** Has a brand identity made from a worksheet. */
export function BrandAiDialog({ generationKey, onAccept, onClose }: BrandAiDialogProps) {
  const t = useTexts();
  const [asked] = useState(() => generations.requestOf(generationKey)?.body);
  const [worksheetId, setWorksheetId] = useState(toText(asked?.["worksheetId"]));
  const [language, setLanguage] = useState((asked?.["language"] as GeneratedLanguage | undefined) ?? defaultLanguage);
  return (
    <AiDialog
      title={t.brands.aiTitle}
      generationKey={generationKey}
      form={
        <>
          <p className="text-muted">{t.brands.aiHint}</p>
          <RecordCombobox
            label={t.brands.worksheet}
            required
            collection="worksheets"
            labelField="title"
            value={worksheetId === "" ? [] : [worksheetId]}
            onChange={(ids) => setWorksheetId(ids[0] ?? "")}
          />
          <LanguageSelect value={language} onChange={setLanguage} />
        </>
      }
      canStart={worksheetId !== ""}
      request={() => ({ path: "/generate-brand-identity", body: { worksheetId, language } })}
      parse={toIdentity}
      edit={(identity, change) => <BrandIdentityFields value={identity} onChange={(part) => change({ ...identity, ...part })} />}
      onAccept={onAccept}
      onClose={onClose}
    />
  );
}
