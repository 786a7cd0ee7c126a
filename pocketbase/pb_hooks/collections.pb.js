// GET /api/tmcp/collections: what a signed-in caller may know of the schema. PocketBase's own route is for superusers.

routerAdd("GET", "/api/tmcp/collections", (e) => {
  // Named one by one: definitions of auth collections also hold the secrets that sign tokens.
  const shown = ["id", "name", "type", "system", "created", "updated", "fields", "indexes",
    "listRule", "viewRule", "createRule", "updateRule", "deleteRule", "viewQuery"];
  const pick = (collection) => Object.fromEntries(shown.filter((name) => name in collection).map((name) => [name, collection[name]]));

  const items = e.app.findAllCollections()
    .map((collection) => JSON.parse(JSON.stringify(collection)))
    .filter((collection) => !collection.system)
    .map(pick);
  return e.json(200, { items });
}, $apis.requireAuth());
