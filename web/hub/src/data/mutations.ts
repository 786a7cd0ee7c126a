import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toFailure } from "@/data/errors";
import { keys } from "@/data/keys";
import { applyToCache, restoreCache, type Snapshot } from "@/data/optimistic";
import { pocketbase } from "@/data/pocketbase";
import type { CollectionName, Collections } from "@/data/records";
import { refresh } from "@/data/refresh";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

/** What is written: fields by name, or a form with files. */
export type Values = Record<string, unknown> | FormData;

export interface SaveRequest {
  /** Of the record to change; absent for a new one. */
  id?: string | undefined;
  values: Values;
}

/** Creates or changes a record of the current workspace. A change shows at once and is taken back when the server refuses it. */
export function useSaveRecord<Name extends CollectionName>(collection: Name) {
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  return useMutation<Collections[Name], Error, SaveRequest, Snapshot>({
    mutationFn: async ({ id, values }) => {
      try {
        const records = pocketbase.collection(collection);
        return id === undefined ? await records.create<Collections[Name]>(withWorkspace(values, workspaceId)) : await records.update<Collections[Name]>(id, values);
      } catch (error) {
        throw toFailure(error);
      }
    },
    onMutate: ({ id, values }) =>
      applyToCache(client, collection, workspaceId, (record) => (record.id === id && !(values instanceof FormData) ? { ...record, ...values } : record)),
    onError: (_error, _request, before) => restoreCache(client, before),
    onSettled: () => refresh(client, keys.records(collection, workspaceId)),
  });
}

/** Deletes a record; it vanishes at once and comes back when the server refuses. */
export function useDeleteRecord(collection: CollectionName) {
  const workspaceId = useWorkspaceId();
  const client = useQueryClient();
  return useMutation<boolean, Error, string, Snapshot>({
    mutationFn: async (id) => {
      try {
        return await pocketbase.collection(collection).delete(id);
      } catch (error) {
        const failure = toFailure(error);
        // Somebody else was faster: it is gone, as was wanted.
        if (failure.kind === "missing") {
          return true;
        }

        throw failure;
      }
    },
    onMutate: (id) => applyToCache(client, collection, workspaceId, (record) => (record.id === id ? null : record)),
    onError: (_error, _id, before) => restoreCache(client, before),
    onSettled: () => refresh(client, keys.workspaceRecords(workspaceId)),
  });
}

function withWorkspace(values: Values, workspaceId: string): Values {
  if (!(values instanceof FormData)) {
    return { ...values, workspace_id: workspaceId };
  }

  values.set("workspace_id", workspaceId);
  return values;
}
