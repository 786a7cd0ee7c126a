// The vocabulary of the migrations: one function per kind of field. `more` adds or overrides options of PocketBase.
// A migration that has run is history: never change what an existing function returns, add a new one.

const field = (type, name, more) => ({ type, name, ...more });

module.exports = {
  text: (name, more) => field("text", name, more),
  title: (name) => field("text", name, { required: true, min: 1, max: 255 }),
  editor: (name) => field("editor", name),
  json: (name, more) => field("json", name, more),
  number: (name, more) => field("number", name, more),
  bool: (name) => field("bool", name),
  date: (name) => field("date", name),
  url: (name, more) => field("url", name, more),
  email: (name) => field("email", name),
  choice: (name, values, more) => field("select", name, { values, maxSelect: 1, ...more }),
  file: (name, more) => field("file", name, { maxSelect: 1, ...more }),
  one: (name, collectionId, more) => field("relation", name, { collectionId, maxSelect: 1, ...more }),
  many: (name, collectionId) => field("relation", name, { collectionId, maxSelect: 99999 }),

  /** The owner of a record in the sense of tenancy: it dies with its workspace. */
  workspace: () => field("relation", "workspace_id", {
    collectionId: "workspaces00000", maxSelect: 1, required: true, cascadeDelete: true,
  }),

  /** Last in every collection: when the record was made and last changed. */
  stamps: () => [
    field("autodate", "created", { onCreate: true }),
    field("autodate", "updated", { onCreate: true, onUpdate: true }),
  ],
};
