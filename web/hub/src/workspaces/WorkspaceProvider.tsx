import { type ReactNode, useMemo, useState } from "react";
import { toFailure } from "@/data/errors";
import type { Workspace } from "@/data/records";
import { ErrorState } from "@/ui/ErrorState";
import { Loading } from "@/ui/Loading";
import { readStored, writeStored } from "@/app/storage";
import { WorkspaceContext } from "@/workspaces/WorkspaceContext";
import { useWorkspaceById, useWorkspaces } from "@/workspaces/workspaces";

const storageKey = "tmcp_current_workspace_id";

/** Decides on the current workspace: the one chosen last on this device, or else the first by name. */
export function WorkspaceProvider({ children }: { children: ReactNode }) {
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
        setChosenId(workspace.id);
      },
    }),
    [current],
  );

  if ((chosenId !== "" && chosen.isPending) || (!current && list.isPending)) {
    return <Loading page />;
  }

  const failed = chosen.isError ? chosen : !current && list.isError ? list : null;
  if (failed) {
    return <ErrorState error={toFailure(failed.error)} onRetry={() => void failed.refetch()} page />;
  }

  return <WorkspaceContext value={choice}>{children}</WorkspaceContext>;
}
