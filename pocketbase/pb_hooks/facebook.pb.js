// POST /api/social/facebook/posts {workspace_id, variant_id}: puts a variant on the workspace's Facebook page, once.
// FACEBOOK_GRAPH_URL names another Graph API, for tests and for newer versions.

routerAdd("POST", "/api/social/facebook/posts", (e) => {
  const { publish } = require(`${__hooks}/lib/publishing.js`);
  return e.json(200, publish(e));
}, $apis.requireAuth(), $apis.bodyLimit(64 * 1024));
