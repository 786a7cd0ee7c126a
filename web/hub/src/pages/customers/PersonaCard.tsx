import { Pencil, Trash2, UserRound } from "lucide-react";
import { AiButton } from "@/agent/AiButton";
import { fromLines } from "@/data/lines";
import type { Persona } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { toForm } from "@/pages/customers/personaForm";
import { TextList } from "@/pages/customers/TextList";
import { Card } from "@/ui/Card";
import { IconButton } from "@/ui/IconButton";
import { Thumbnail } from "@/ui/Thumbnail";

interface PersonaCardProps {
  persona: Persona;
  generationKey: string;
  onEdit: () => void;
  /** Goes back to a run of the assistant for this persona. */
  onAi: () => void;
  onDelete: () => void;
}

export function PersonaCard({ persona, generationKey, onEdit, onAi, onDelete }: PersonaCardProps) {
  const t = useTexts();
  const { summary, age, gender, location, occupation, goalLines, painLines } = toForm(persona);
  const facts = [age, gender, occupation, location].filter(Boolean).join(" · ");
  return (
    <Card
      title={
        <span className="flex items-center gap-3">
          {persona.expand?.avatar ? (
            <Thumbnail asset={persona.expand.avatar} className="size-12 rounded-full" />
          ) : (
            <span className="inline-flex size-12 shrink-0 items-center justify-center rounded-full bg-raised text-muted">
              <UserRound aria-hidden="true" className="size-6" />
            </span>
          )}
          <span className="min-w-0">{persona.persona_name}</span>
        </span>
      }
      actions={
        <>
          <IconButton icon={Pencil} title={t.common.edit} onClick={onEdit} />
          <IconButton icon={Trash2} title={t.common.delete} danger onClick={onDelete} />
        </>
      }
    >
      <AiButton generationKey={generationKey} onClick={onAi} onlyRun />
      {facts !== "" && <p className="text-sm break-words text-muted">{facts}</p>}
      {summary !== "" && <p className="break-words">{summary}</p>}
      <TextList title={t.customers.goalCount} texts={fromLines(goalLines)} />
      <TextList title={t.customers.painCount} texts={fromLines(painLines)} />
    </Card>
  );
}
