import { useQueryClient } from "@tanstack/react-query";
import type { ListResult } from "pocketbase";
import { useEffect } from "react";
import { equals } from "@/data/filter";
import { keys } from "@/data/keys";
import { pocketbase } from "@/data/pocketbase";
import type { VideoJob } from "@/data/records";
import { refresh } from "@/data/refresh";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

/** Keeps what is shown of the workspace's video jobs up to date, as the server tells of each change. */
export function useLiveJobs(): void {
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  useEffect(() => {
    if (workspaceId === "") {
      return undefined;
    }

    const queryKey = keys.records("video_jobs", workspaceId);
    let isOver = false;
    let unsubscribe: (() => Promise<void>) | undefined;
    void pocketbase
      .collection("video_jobs")
      .subscribe<VideoJob>(
        "*",
        ({ action, record }) => {
          if (action === "update") {
            client.setQueriesData<unknown>({ queryKey }, (cached: unknown) => withJob(cached, record));
          } else {
            void refresh(client, queryKey);
          }
        },
        { filter: equals("workspace_id", workspaceId) },
      )
      .then(
        (stop) => {
          unsubscribe = stop;
          if (isOver) {
            void stop();
          } else {
            // What changed between the first look and the subscription.
            void refresh(client, queryKey);
          }
        },
        // Without it the list still refreshes itself, only later.
        () => undefined,
      );
    return () => {
      isOver = true;
      void unsubscribe?.();
    };
  }, [client, workspaceId]);
}

/** A cached list or view with the newer state of one job. */
export function withJob(cached: unknown, job: VideoJob): unknown {
  if (typeof cached !== "object" || cached === null) {
    return cached;
  }

  if ("items" in cached) {
    const list = cached as ListResult<VideoJob>;
    return { ...list, items: list.items.map((item) => (item.id === job.id ? { ...item, ...job } : item)) };
  }

  return "id" in cached && cached.id === job.id ? { ...cached, ...job } : cached;
}
