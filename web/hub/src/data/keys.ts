import type { CollectionName } from "@/data/records";

/** Names of cached answers. Everything below a prefix is refreshed together. */
export const keys = {
  /** Of every workspace. */
  allRecords: () => ["records"] as const,
  workspaceRecords: (workspaceId: string) => ["records", workspaceId] as const,
  records: (collection: CollectionName, workspaceId: string) => ["records", workspaceId, collection] as const,
  lists: (collection: CollectionName, workspaceId: string) => ["records", workspaceId, collection, "list"] as const,
  list: (collection: CollectionName, workspaceId: string, query: object) => ["records", workspaceId, collection, "list", query] as const,
  view: (collection: CollectionName, workspaceId: string, id: string, expand: string) =>
    ["records", workspaceId, collection, "view", id, expand] as const,
  jobs: (workspaceId: string) => ["jobs", workspaceId] as const,
  workspaces: (userId: string) => ["workspaces", userId] as const,
  workspace: (userId: string, id: string) => ["workspaces", userId, "view", id] as const,
  agentHealth: () => ["agent", "health"] as const,
};
