import { useQuery } from "@tanstack/react-query";
import { toFailure } from "@/data/errors";
import { keys } from "@/data/keys";
import { pocketbase } from "@/data/pocketbase";
import type { CollectionName, Collections } from "@/data/records";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

/** One record; waits while the id is empty. */
export function useRecord<Name extends CollectionName>(collection: Name, id: string, expand = "") {
  const workspaceId = useWorkspaceId();
  return useQuery({
    queryKey: keys.view(collection, workspaceId, id, expand),
    queryFn: async ({ signal }) => {
      try {
        return await pocketbase.collection(collection).getOne<Collections[Name]>(id, { expand, signal });
      } catch (error) {
        throw toFailure(error);
      }
    },
    enabled: id !== "" && workspaceId !== "",
  });
}
