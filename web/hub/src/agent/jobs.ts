import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { callAgent } from "@/agent/client";
import { isJobKind, type JobKind } from "@/agent/events";
import { generations } from "@/agent/generations";
import { keys } from "@/data/keys";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

export interface Job {
  jobId: string;
  kind: JobKind;
  status: "running" | "done" | "failed" | "cancelled";
  campaignId: string;
  createdAt: string;
  progress: { done: number; total: number };
}

/** The user's jobs in the current workspace, newest first; asked again every 5 s while one runs. */
export function useJobs() {
  const workspaceId = useWorkspaceId();
  return useQuery({
    queryKey: keys.jobs(workspaceId),
    queryFn: async ({ signal }) => parseJobs(await callAgent(`/jobs?workspaceId=${encodeURIComponent(workspaceId)}`, { signal })),
    enabled: workspaceId !== "",
    refetchInterval: (query) => (query.state.data?.some((job) => job.status === "running") ? 5000 : false),
    // Without the agent all else works; its own dot says that it is away.
    retry: false,
  });
}

/** The key of a job's run: one of each kind per campaign. */
export function jobKey(kind: JobKind, campaignId: string): string {
  return `${kind}:${campaignId}`;
}

/** Follows the jobs that were running when the page was loaded. */
export function useResumedJobs(): void {
  const { data } = useJobs();
  useEffect(() => {
    // The list is newest first, so of two of a kind the newer one is followed.
    const seen = new Set<string>();
    for (const job of data ?? []) {
      const key = jobKey(job.kind, job.campaignId);
      if (job.status === "running" && !seen.has(key) && !generations.find(key)) {
        void generations.resume(key, job.jobId);
      }

      seen.add(key);
    }
  }, [data]);
}

/** Reads the agent's answer; what it does not understand is left out. */
export function parseJobs(answer: unknown): Job[] {
  const items: unknown = typeof answer === "object" && answer !== null && "items" in answer ? answer.items : null;
  return Array.isArray(items) ? items.flatMap((item: unknown) => parseJob(item) ?? []) : [];
}

function parseJob(item: unknown): Job | null {
  if (typeof item !== "object" || item === null) {
    return null;
  }

  const { jobId, kind, status, campaignId, createdAt, progress } = item as Record<string, unknown>;
  if (typeof jobId !== "string" || !isJobKind(kind) || !isStatus(status)) {
    return null;
  }

  const { done, total } = (typeof progress === "object" && progress !== null ? progress : {}) as Record<string, unknown>;
  return {
    jobId,
    kind,
    status,
    campaignId: typeof campaignId === "string" ? campaignId : "",
    createdAt: typeof createdAt === "string" ? createdAt : "",
    progress: { done: typeof done === "number" ? done : 0, total: typeof total === "number" ? total : 0 },
  };
}

function isStatus(value: unknown): value is Job["status"] {
  return value === "running" || value === "done" || value === "failed" || value === "cancelled";
}
