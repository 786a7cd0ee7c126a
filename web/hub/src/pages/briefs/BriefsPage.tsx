import { useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { Link, useParams } from "react-router";
import { AiButton } from "@/agent/AiButton";
import { jobKey } from "@/agent/jobs";
import { useGeneration } from "@/agent/useGeneration";
import { toFailure } from "@/data/errors";
import { keys } from "@/data/keys";
import type { ContentBrief } from "@/data/records";
import { refresh } from "@/data/refresh";
import { useListParams } from "@/data/useListParams";
import { useRecord } from "@/data/useRecord";
import { useTexts } from "@/i18n/useTexts";
import { BriefDialog } from "@/pages/briefs/BriefDialog";
import { BriefsAiDialog } from "@/pages/briefs/BriefsAiDialog";
import { type Stage, stages } from "@/pages/briefs/briefForm";
import { StageSection } from "@/pages/briefs/StageSection";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { ErrorState } from "@/ui/ErrorState";
import { Loading } from "@/ui/Loading";
import { PageHeader } from "@/ui/PageHeader";
import { SearchBox } from "@/ui/SearchBox";
import { SortSelect } from "@/ui/SortSelect";
import { useDeletion } from "@/ui/useDeletion";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

export default function BriefsPage() {
  const t = useTexts();
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  const { id: campaignId = "" } = useParams();
  const campaign = useRecord("marketing_campaigns", campaignId);
  const list = useListParams("angle_name");
  const remove = useDeletion("content_briefs");
  const [editing, setEditing] = useState<{ brief: ContentBrief | null; stage: Stage } | null>(null);
  const [deleting, setDeleting] = useState<ContentBrief | null>(null);
  const [asking, setAsking] = useState(false);
  const key = jobKey("content-briefs", campaignId);
  const state = useGeneration(key)?.state;
  const live = state === "running" || state === "reconnecting";

  // The last briefs of a job may have come after the last look.
  useEffect(() => {
    if (state !== undefined) {
      void refresh(client, keys.records("content_briefs", workspaceId));
    }
  }, [state, client, workspaceId]);

  if (campaign.isPending) {
    return <Loading rows={5} />;
  }

  if (campaign.isError) {
    return <ErrorState error={toFailure(campaign.error)} onRetry={() => void campaign.refetch()} />;
  }

  return (
    <div className="space-y-6">
      <div className="space-y-2">
        <Link to="/campaigns" className="inline-flex items-center gap-1 text-sm text-accent underline">
          <ArrowLeft aria-hidden="true" className="size-4" />
          {t.campaigns.title}
        </Link>
        <PageHeader
          title={t.briefs.title(campaign.data.name)}
          actions={
            <>
              <AiButton generationKey={key} label={t.briefs.autoGenerate} onClick={() => setAsking(true)} />
              <Button look="primary" onClick={() => setEditing({ brief: null, stage: "Awareness" })}>
                <Plus aria-hidden="true" className="size-5" />
                {t.briefs.new}
              </Button>
            </>
          }
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <SearchBox label={t.briefs.search} value={list.search} onSearch={list.setSearch} />
        <SortSelect value={list.sort} onChange={list.setSort} nameField="angle_name" />
      </div>
      {stages.map((stage) => (
        <StageSection
          key={stage}
          campaignId={campaignId}
          stage={stage}
          search={list.search}
          sort={list.sort}
          live={live}
          onNew={() => setEditing({ brief: null, stage })}
          onEdit={(brief) => setEditing({ brief, stage })}
          onDelete={setDeleting}
        />
      ))}
      {editing && <BriefDialog campaignId={campaignId} {...editing} onClose={() => setEditing(null)} />}
      {asking && <BriefsAiDialog campaignId={campaignId} generationKey={key} onClose={() => setAsking(false)} />}
      {deleting && (
        <ConfirmDialog
          message={t.common.deleteAsk(deleting.angle_name)}
          onConfirm={() => {
            remove(deleting.id, deleting.angle_name);
            setDeleting(null);
          }}
          onClose={() => setDeleting(null)}
        />
      )}
    </div>
  );
}
