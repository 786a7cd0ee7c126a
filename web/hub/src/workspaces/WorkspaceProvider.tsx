import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { readStored, writeStored } from "@/app/storage";
import { toFailure } from "@/data/errors";
import { keys } from "@/data/keys";
import type { Workspace } from "@/data/records";
import { useUser } from "@/session/useSession";
import { ErrorState } from "@/ui/ErrorState";
import { Loading } from "@/ui/Loading";
import { WorkspaceContext } from "@/workspaces/WorkspaceContext";
import { useWorkspaceById, useWorkspaces } from "@/workspaces/workspaces";

const storageKey = "tmcp_current_workspace_id";

/** Decides on the current workspace: the one chosen last on this device, or else the first by name. */
export function WorkspaceProvider({ children }: { children: ReactNode }) {
  const user = useUser();
  const client = useQueryClient();
  const [chosenId, setChosenId] = useState(() => readStored(storageKey) ?? "");
  const chosen = useWorkspaceById(chosenId);
  const list = useWorkspaces();
  const first = list.data?.pages[0]?.items[0] ?? null;
  const current = chosen.data ?? first;

  const choice = useMemo(
    () => ({
      current,
      select: (workspace: Workspace) => {
        writeStored(storageKey, workspace.id);
        // It is known already: nothing has to be waited for, and what is around the pages stays.
        client.setQueryData(keys.workspace(user.id, workspace.id), workspace);
        setChosenId(workspace.id);
      },
    }),
    [current, client, user.id],
  );

  if ((chosenId !== "" && chosen.isPending) || (!current && list.isPending)) {
    return <Loading page />;
  }

  // A refresh that fails takes nothing away.
  const failed = chosen.isLoadingError ? chosen : !current && list.isLoadingError ? list : null;
  if (failed) {
    return <ErrorState error={toFailure(failed.error)} onRetry={() => void failed.refetch()} page />;
  }

  return <WorkspaceContext value={choice}>{children}</WorkspaceContext>;
}
