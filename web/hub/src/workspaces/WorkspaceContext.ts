import { createContext } from "react";
import type { Workspace } from "@/data/records";

export interface WorkspaceChoice {
  /** Null while there is none. */
  current: Workspace | null;
  select: (workspace: Workspace) => void;
}

export const WorkspaceContext = createContext<WorkspaceChoice | null>(null);
