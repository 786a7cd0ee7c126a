/** The user and the workspace of every test. */
export const userId = "user00000000001";
export const workspaceId = "workspace000001";
