import { ExternalLink, Pencil, Trash2 } from "lucide-react";
import { AiButton } from "@/agent/AiButton";
import type { Brand } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { toForm } from "@/pages/brands/brandForm";
import { Palette } from "@/pages/brands/Palette";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { IconButton } from "@/ui/IconButton";
import { Thumbnail } from "@/ui/Thumbnail";

interface BrandCardProps {
  brand: Brand;
  generationKey: string;
  onEdit: () => void;
  /** Goes back to a run of the assistant for this brand. */
  onAi: () => void;
  onDelete: () => void;
}

export function BrandCard({ brand, generationKey, onEdit, onAi, onDelete }: BrandCardProps) {
  const t = useTexts();
  const { slogan, mission, keywords, colors, logoUrl } = toForm(brand);
  return (
    <Card
      title={
        <span className="flex items-center gap-3">
          {brand.expand?.logo && <Thumbnail asset={brand.expand.logo} whole />}
          <span className="min-w-0">{brand.brand_name}</span>
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
      {slogan !== "" && <p className="font-medium break-words">“{slogan}”</p>}
      {mission !== "" && <p className="break-words text-muted">{mission}</p>}
      {keywords.length > 0 && (
        <ul aria-label={t.brands.keywords} className="flex flex-wrap gap-1">
          {keywords.map((keyword) => (
            <li key={keyword} className="max-w-full">
              <Badge tone="accent">{keyword}</Badge>
            </li>
          ))}
        </ul>
      )}
      <Palette colors={colors} />
      {/^https?:\/\//i.test(logoUrl) && (
        <a href={logoUrl} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1 self-start text-sm text-accent underline">
          {t.brands.logo}
          <ExternalLink aria-hidden="true" className="size-4" />
        </a>
      )}
    </Card>
  );
}
