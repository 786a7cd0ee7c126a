import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { toFailure } from "@/data/errors";
import { keys } from "@/data/keys";
import type { SaveRequest } from "@/data/mutations";
import { pocketbase } from "@/data/pocketbase";
import type { MediaAsset } from "@/data/records";
import { refresh } from "@/data/refresh";
import { fetchWithProgress } from "@/data/uploading";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

/** Saves a media file and says how much of it is sent. Leaving the page stops it. */
export function useUpload() {
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const mutation = useMutation<MediaAsset, Error, SaveRequest>({
    mutationFn: async ({ id, values }) => {
      abort.current = new AbortController();
      setShare(0);
      const options = { fetch: fetchWithProgress(setShare), signal: abort.current.signal };
      const records = pocketbase.collection("media_assets");
      if (values instanceof FormData) {
        values.set("workspace_id", workspaceId);
      }

      try {
        return id === undefined ? await records.create<MediaAsset>(values, options) : await records.update<MediaAsset>(id, values, options);
      } catch (error) {
        throw toFailure(error);
      }
    },
    onSettled: () => refresh(client, keys.records("media_assets", workspaceId)),
  });
  return { ...mutation, share, stop: () => abort.current?.abort() };
}
