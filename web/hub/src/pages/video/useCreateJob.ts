import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toFailure } from "@/data/errors";
import { all, equals } from "@/data/filter";
import { keys } from "@/data/keys";
import { pocketbase } from "@/data/pocketbase";
import type { VideoJob } from "@/data/records";
import { refresh } from "@/data/refresh";
import { fetchWithProgress } from "@/data/uploading";
import { type JobForm, keyOf, toValues } from "@/pages/video/jobForm";
import { useUser } from "@/session/useSession";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

/** Orders a video and says how much of its files is sent. An order that is there already is found instead. */
export function useCreateJob() {
  const workspaceId = useWorkspaceId();
  const user = useUser();
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const mutation = useMutation<{ id: string; existed: boolean }, Error, JobForm>({
    mutationFn: async (form) => {
      setShare(0);
      const key = await keyOf(workspaceId, form);
      const values = toValues(form, user.id, key);
      values.set("workspace_id", workspaceId);
      const jobs = pocketbase.collection("video_jobs");
      try {
        const { id } = await jobs.create<VideoJob>(values, { fetch: fetchWithProgress(setShare) });
        return { id, existed: false };
      } catch (error) {
        const failure = toFailure(error);
        if (key !== "" && "idempotency_key" in failure.fields) {
          const { id } = await jobs.getFirstListItem<VideoJob>(all(equals("workspace_id", workspaceId), equals("idempotency_key", key)));
          return { id, existed: true };
        }

        throw failure;
      }
    },
    onSettled: () => refresh(client, keys.records("video_jobs", workspaceId)),
  });
  return { ...mutation, share };
}
