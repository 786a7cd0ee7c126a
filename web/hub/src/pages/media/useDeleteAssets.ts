import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Failure, toFailure } from "@/data/errors";
import { keys } from "@/data/keys";
import type { MediaAsset } from "@/data/records";
import { refresh } from "@/data/refresh";
import { deleteAsset, findUses } from "@/pages/media/uses";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

/** What has happened to the files that are to go. */
export interface DeleteProgress {
  done: number;
  failed: { asset: MediaAsset; failure: Failure }[];
}

/** Finds where files are used, and deletes them one after the other; one that fails does not keep the others. */
export function useDeleteAssets(assets: readonly MediaAsset[]) {
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  const [progress, setProgress] = useState<DeleteProgress | null>(null);
  const uses = useQueries({
    queries: assets.map(({ id }) => ({
      queryKey: [...keys.records("media_assets", workspaceId), "uses", id],
      queryFn: () => findUses(workspaceId, id),
      // Asked anew each time: what was true a minute ago may cost somebody a picture.
      staleTime: 0,
      gcTime: 0,
    })),
  });

  const start = async (): Promise<DeleteProgress> => {
    let current: DeleteProgress = { done: 0, failed: [] };
    setProgress(current);
    for (const asset of assets) {
      try {
        await deleteAsset(asset.id, await findUses(workspaceId, asset.id));
        current = { ...current, done: current.done + 1 };
      } catch (error) {
        current = { ...current, failed: [...current.failed, { asset, failure: toFailure(error) }] };
      }

      setProgress(current);
    }

    await refresh(client, keys.workspaceRecords(workspaceId));
    return current;
  };

  return { uses, progress, start };
}
