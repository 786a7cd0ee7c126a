import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { AiButton } from "@/agent/AiButton";
import type { Worksheet } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { excerpt } from "@/pages/worksheets/worksheetForm";
import { Badge, type Tone } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { DateTime } from "@/ui/DateTime";
import { IconButton } from "@/ui/IconButton";
import { Markdown } from "@/ui/Markdown";

interface WorksheetCardProps {
  worksheet: Worksheet;
  generationKey: string;
  onEdit: () => void;
  /** Goes back to a run of the assistant for this worksheet. */
  onAi: () => void;
  onDelete: () => void;
}

const tones: Record<Worksheet["status"], Tone> = { draft: "neutral", processing: "accent", completed: "success", archived: "neutral" };

export function WorksheetCard({ worksheet, generationKey, onEdit, onAi, onDelete }: WorksheetCardProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const content = worksheet.agent_context?.content ?? "";
  const brands = worksheet.expand?.brandRefs ?? [];
  const personas = worksheet.expand?.customerRefs ?? [];
  return (
    <Card
      title={worksheet.title}
      actions={
        <>
          <IconButton icon={Pencil} title={t.common.edit} onClick={onEdit} />
          <IconButton icon={Trash2} title={t.common.delete} danger onClick={onDelete} />
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-1">
        <Badge tone={tones[worksheet.status]}>{t.worksheets.statuses[worksheet.status]}</Badge>
        {brands.map((brand) => (
          <Badge key={brand.id} tone="accent">
            {brand.brand_name}
          </Badge>
        ))}
        {personas.map((persona) => (
          <Badge key={persona.id}>{persona.persona_name}</Badge>
        ))}
      </div>
      <AiButton generationKey={generationKey} onClick={onAi} onlyRun />
      {content === "" ? (
        <p className="text-muted">{t.worksheets.noContent}</p>
      ) : (
        <>
          {!open && <p className="line-clamp-5 break-words whitespace-pre-line text-muted">{excerpt(content)}</p>}
          <details onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary className="cursor-pointer rounded text-sm font-medium text-accent">{open ? t.worksheets.hideContent : t.worksheets.showContent}</summary>
            {open && <Markdown text={content} />}
          </details>
        </>
      )}
      <p className="mt-auto text-sm text-muted">
        {t.common.updated}: <DateTime value={worksheet.updated} />
      </p>
    </Card>
  );
}
