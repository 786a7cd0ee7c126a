import { useState } from "react";
import { AiDialog } from "@/agent/AiDialog";
import { generations } from "@/agent/generations";
import { LanguageSelect } from "@/agent/LanguageSelect";
import { useTexts } from "@/i18n/useTexts";
import { toContent, toRequest, type WorksheetRequest } from "@/pages/worksheets/worksheetAi";
import { MarkdownField } from "@/ui/MarkdownField";
import { RecordCombobox } from "@/ui/RecordCombobox";

interface WorksheetAiDialogProps {
  generationKey: string;
  /** Chosen in the form already. */
  brands: string[];
  personas: string[];
  onAccept: (content: string, request: WorksheetRequest) => void;
  onClose: () => void;
}

/** Has a worksheet written about brands and customers. */
export function WorksheetAiDialog({ generationKey, brands, personas, onAccept, onClose }: WorksheetAiDialogProps) {
  const t = useTexts();
  const [request, setRequest] = useState(() => toRequest(generations.requestOf(generationKey)?.body, brands, personas));
  return (
    <AiDialog
      title={t.worksheets.aiTitle}
      generationKey={generationKey}
      form={
        <>
          <p className="text-muted">{t.worksheets.aiHint}</p>
          <RecordCombobox
            label={t.worksheets.brands}
            required
            multiple
            collection="brand_identities"
            labelField="brand_name"
            value={request.brandIds}
            onChange={(brandIds) => setRequest({ ...request, brandIds })}
          />
          <RecordCombobox
            label={t.worksheets.personas}
            required
            multiple
            collection="customer_personas"
            labelField="persona_name"
            value={request.customerIds}
            onChange={(customerIds) => setRequest({ ...request, customerIds })}
          />
          <LanguageSelect value={request.language} onChange={(language) => setRequest({ ...request, language })} />
        </>
      }
      canStart={request.brandIds.length > 0 && request.customerIds.length > 0}
      request={() => ({ path: "/generate-worksheet", body: { ...request } })}
      parse={toContent}
      edit={(content, change) => <MarkdownField label={t.worksheets.content} value={content} onChange={change} />}
      onAccept={(content) => onAccept(content, request)}
      onClose={onClose}
    />
  );
}
