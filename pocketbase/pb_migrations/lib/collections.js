// Creating and dropping the collections of a migration.

const fields = require(`${__hooks}/../pb_migrations/lib/fields.js`);

/** One index per entry: 'a, b' is an index over two columns; { columns, unique, where } says more. */
const indexes = (name, wanted) => wanted.map((entry) => {
  const { columns, unique, where } = typeof entry === "string" ? { columns: entry } : entry;
  const label = `idx_${name}_${columns.replaceAll(/[^a-z_]+/gi, "_")}`;
  return `CREATE ${unique ? "UNIQUE " : ""}INDEX ${label} ON ${name} (${columns})${where ? ` WHERE ${where}` : ""}`;
});

const find = (app, name) => {
  try {
    return app.findCollectionByNameOrId(name);
  } catch {
    return null;
  }
};

module.exports = {
  /**
   * Creates a collection. In data of TMCP's earlier server, which knows no migration of these, it is there already: then its fields, rules and
   * indexes become these, by name, and its records stay.
   */
  create: (app, collection) => {
    const wanted = {
      type: "base",
      ...collection,
      fields: [...collection.fields, ...fields.stamps()],
      indexes: indexes(collection.name, collection.indexes ?? []),
    };
    const present = find(app, collection.name);
    if (!present) {
      app.save(new Collection(wanted));
      return;
    }

    // A field that is added under the id of another takes its place, and its data.
    wanted.fields.forEach((field) => present.fields.add(new Field({ ...field, id: present.fields.getByName(field.name)?.id ?? "" })));
    ["listRule", "viewRule", "createRule", "updateRule", "deleteRule", "indexes"].forEach((member) => {
      present[member] = wanted[member] ?? null;
    });
    app.save(present);
  },

  /** Drops in the order given: those that point first. */
  drop: (app, ...names) => names.forEach((name) => app.delete(app.findCollectionByNameOrId(name))),
};
