import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useJobs } from "@/agent/jobs";
import { keys } from "@/data/keys";
import { refresh } from "@/data/refresh";
import { useRecordsById } from "@/data/useRecordsById";
import { useTexts } from "@/i18n/useTexts";
import { Button } from "@/ui/Button";
import { Spinner } from "@/ui/Spinner";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

/** Batches that are at work, also those of another tab or of before a reload; what they make appears in the list. */
export function BatchRuns({ onShow }: { onShow: (campaignId: string) => void }) {
  const t = useTexts();
  const client = useQueryClient();
  const workspaceId = useWorkspaceId();
  const { data = [] } = useJobs();
  const batches = data.filter(({ kind }) => kind === "batch-posts");
  const running = batches.filter(({ status }) => status === "running");
  const campaigns = useRecordsById("marketing_campaigns", [...new Set(running.map(({ campaignId }) => campaignId))]);
  const made = batches.map(({ jobId, status, progress }) => `${jobId}:${status}:${String(progress.done)}`).join();

  useEffect(() => {
    // Nothing was made yet: the lists have just been asked for.
    if (made !== "") {
      void refresh(client, keys.records("master_contents", workspaceId), keys.records("platform_variants", workspaceId));
    }
  }, [client, made, workspaceId]);

  return (
    <>
      {running.map(({ jobId, campaignId, progress }) => (
        <div key={jobId} role="status" className="flex flex-wrap items-center gap-3 rounded-lg border border-line bg-accent-soft px-4 py-2">
          <Spinner />
          <span className="min-w-0 grow break-words">{t.socialPosts.batchRuns(campaigns.find(({ id }) => id === campaignId)?.name ?? "…", progress.done, progress.total)}</span>
          <Button size="small" onClick={() => onShow(campaignId)}>
            {t.socialPosts.batchFollow}
          </Button>
        </div>
      ))}
    </>
  );
}
