// Who may do what. PocketBase compares missing values as empty strings, so a guest (whose id is empty) would equal
// the owner of a record without workspace: every rule starts with "is signed in".

const signedIn = "@request.auth.id != ''";

// `?=` asks whether any member is the caller; `=` would ask whether all of them are.
// The owner has access whether or not he is listed among the members: a workspace must never lock out who answers for it.
const belongs = "(workspace_id.owner_id = @request.auth.id || workspace_id.members.id ?= @request.auth.id)";

// users.role 'viewer' reads and never writes. The role itself is changed by superusers only.
const writes = `${signedIn} && @request.auth.role != 'viewer'`;

// A record stays in the workspace it was made in: moving it would drag its relations across tenants.
const stays = "@request.body.workspace_id:changed = false";

module.exports = {
  signedIn,
  writes,

  /** Rule set W: members and the owner of the record's workspace. A create rule sees the record as it would be. */
  workspace: {
    listRule: `${signedIn} && ${belongs}`,
    viewRule: `${signedIn} && ${belongs}`,
    createRule: `${writes} && ${belongs}`,
    updateRule: `${writes} && ${belongs} && ${stays}`,
    deleteRule: `${writes} && ${belongs}`,
  },
};
