/** The key of a run for a record of a workspace, or for one that is not there yet: a result must not turn up in another workspace. */
export function generationKey(kind: string, workspaceId: string, recordId?: string): string {
  return `${kind}:${workspaceId}:${recordId ?? "new"}`;
}
