import { useQuery } from "@tanstack/react-query";
import { toFailure } from "@/data/errors";
import { equals } from "@/data/filter";
import { keys } from "@/data/keys";
import { pocketbase } from "@/data/pocketbase";
import type { VariantFacts } from "@/pages/dashboard/numbers";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

/** Four short fields of every variant, 1000 a request: a chart has to count all of them. */
export function useVariantFacts() {
  const workspaceId = useWorkspaceId();
  return useQuery({
    queryKey: [...keys.records("platform_variants", workspaceId), "facts"],
    queryFn: async ({ signal }) => {
      try {
        return await pocketbase.collection("platform_variants").getFullList<VariantFacts>({
          batch: 1000,
          filter: equals("workspace_id", workspaceId),
          sort: "id",
          fields: "platform,publish_status,published_at,created",
          signal,
        });
      } catch (error) {
        throw toFailure(error);
      }
    },
    enabled: workspaceId !== "",
  });
}
