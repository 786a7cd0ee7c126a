import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Failure, toFailure } from "@/data/errors";
import { contains } from "@/data/filter";
import { keys } from "@/data/keys";
import { pocketbase } from "@/data/pocketbase";
import type { Workspace } from "@/data/records";
import { refresh } from "@/data/refresh";
import { useUser } from "@/session/useSession";

const perPage = 50;

/** The user's workspaces by name, 50 at a time. */
export function useWorkspaces(search = "") {
  const user = useUser();
  return useInfiniteQuery({
    queryKey: [...keys.workspaces(user.id), "list", search],
    initialPageParam: 1,
    queryFn: async ({ pageParam, signal }) => {
      try {
        const filter = search.trim() === "" ? "" : contains("name", search.trim());
        return await pocketbase.collection("workspaces").getList<Workspace>(pageParam, perPage, { sort: "name,id", filter, signal });
      } catch (error) {
        throw toFailure(error);
      }
    },
    getNextPageParam: (last) => (last.page < last.totalPages ? last.page + 1 : undefined),
  });
}

/** A workspace by its id; null when it is gone or was never the user's. Waits while the id is empty. */
export function useWorkspaceById(id: string) {
  const user = useUser();
  return useQuery({
    queryKey: keys.workspace(user.id, id),
    queryFn: async ({ signal }) => {
      try {
        return await pocketbase.collection("workspaces").getOne<Workspace>(id, { signal });
      } catch (error) {
        const failure = toFailure(error);
        if (failure instanceof Failure && failure.kind === "missing") {
          return null;
        }

        throw failure;
      }
    },
    enabled: id !== "",
  });
}

/** Makes a workspace that the user owns and belongs to. */
export function useCreateWorkspace() {
  const user = useUser();
  const client = useQueryClient();
  return useMutation<Workspace, Error, string>({
    mutationFn: async (name) => {
      try {
        return await pocketbase.collection("workspaces").create<Workspace>({ name, owner_id: user.id, members: [user.id] });
      } catch (error) {
        throw toFailure(error);
      }
    },
    onSuccess: (workspace) => {
      client.setQueryData(keys.workspace(user.id, workspace.id), workspace);
      return refresh(client, keys.workspaces(user.id));
    },
  });
}
