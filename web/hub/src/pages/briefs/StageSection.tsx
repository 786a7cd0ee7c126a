import { Plus } from "lucide-react";
import { useId, useState } from "react";
import { all, equals } from "@/data/filter";
import type { ContentBrief } from "@/data/records";
import { useRecordList } from "@/data/useRecordList";
import { useTexts } from "@/i18n/useTexts";
import { BriefCard } from "@/pages/briefs/BriefCard";
import type { Stage } from "@/pages/briefs/briefForm";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { CardGrid } from "@/ui/CardGrid";
import { ListView } from "@/ui/ListView";

interface StageSectionProps {
  campaignId: string;
  stage: Stage;
  search: string;
  sort: string;
  /** Asks again every few seconds, because briefs are being made. */
  live: boolean;
  onNew: () => void;
  onEdit: (brief: ContentBrief) => void;
  onDelete: (brief: ContentBrief) => void;
}

// While a job saves a brief every second or so.
const liveInterval = 3000;

/** The briefs of one stage of the funnel, with pages of their own. */
export function StageSection({ campaignId, stage, search, sort, live, onNew, onEdit, onDelete }: StageSectionProps) {
  const t = useTexts();
  const id = useId();
  // Another search or order begins on its first page.
  const view = `${search}\n${sort}`;
  const [shown, setShown] = useState({ view, page: 1 });
  const query = useRecordList("content_briefs", {
    page: shown.view === view ? shown.page : 1,
    perPage: 12,
    sort,
    search,
    searchFields: ["angle_name", "pain_point_focus", "key_message_variation", "brief"],
    filter: all(equals("campaign_id", campaignId), equals("funnel_stage", stage)),
    ...(live && { refetchInterval: liveInterval }),
  });
  return (
    <section aria-labelledby={id} className="space-y-3">
      <div className="flex flex-wrap items-center gap-2 border-b border-line pb-2">
        <h2 id={id} className="text-lg font-semibold">
          {t.briefs.stages[stage]}
        </h2>
        {query.data && <Badge>{query.data.totalItems}</Badge>}
        <Button look="ghost" size="small" className="ml-auto" aria-label={t.briefs.newIn(t.briefs.stages[stage])} onClick={onNew}>
          <Plus aria-hidden="true" className="size-4" />
          {t.briefs.add}
        </Button>
      </div>
      <ListView query={query} search={search} emptyText={t.briefs.emptyStage} onPage={(page) => setShown({ view, page })}>
        {(briefs) => (
          <CardGrid>
            {briefs.map((brief) => (
              <BriefCard key={brief.id} brief={brief} onEdit={() => onEdit(brief)} onDelete={() => onDelete(brief)} />
            ))}
          </CardGrid>
        )}
      </ListView>
    </section>
  );
}
