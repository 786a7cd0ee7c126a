import { Pencil, Trash2 } from "lucide-react";
import type { ContentBrief } from "@/data/records";
import { toPlain } from "@/data/richText";
import { useTexts } from "@/i18n/useTexts";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { IconButton } from "@/ui/IconButton";

interface BriefCardProps {
  brief: ContentBrief;
  onEdit: () => void;
  onDelete: () => void;
}

export function BriefCard({ brief, onEdit, onDelete }: BriefCardProps) {
  const t = useTexts();
  const facts = [
    [t.briefs.pain, brief.pain_point_focus],
    [t.briefs.message, brief.key_message_variation],
    [t.briefs.callToAction, brief.call_to_action_direction],
  ] as const;
  const text = toPlain(brief.brief);
  return (
    <Card
      title={brief.angle_name}
      actions={
        <>
          <IconButton icon={Pencil} title={t.common.edit} onClick={onEdit} />
          <IconButton icon={Trash2} title={t.common.delete} danger onClick={onDelete} />
        </>
      }
    >
      <div>
        <Badge tone="accent">{t.briefs.angles[brief.psychological_angle]}</Badge>
      </div>
      <dl className="space-y-2">
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt className="text-sm text-muted">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
      </dl>
      {text !== "" && (
        <details>
          <summary className="cursor-pointer rounded text-sm font-medium text-accent">{t.briefs.brief}</summary>
          <p className="mt-1 break-words whitespace-pre-line">{text}</p>
        </details>
      )}
    </Card>
  );
}
