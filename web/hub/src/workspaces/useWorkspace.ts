import { useContext } from "react";
import { type WorkspaceChoice, WorkspaceContext } from "@/workspaces/WorkspaceContext";

/** The current workspace and how to change it. */
export function useWorkspace(): WorkspaceChoice {
  const choice = useContext(WorkspaceContext);
  if (!choice) {
    throw new Error("useWorkspace was called outside of WorkspaceProvider.");
  }

  return choice;
}

/** Id of the current workspace; empty while there is none. */
export function useWorkspaceId(): string {
  return useWorkspace().current?.id ?? "";
}
