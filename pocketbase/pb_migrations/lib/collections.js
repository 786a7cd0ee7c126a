// Creating and dropping the collections of a migration.

const fields = require(`${__hooks}/../pb_migrations/lib/fields.js`);

/** One index per entry: 'a, b' is an index over two columns; { columns, unique, where } says more. */
const indexes = (name, wanted) => wanted.map((entry) => {
  const { columns, unique, where } = typeof entry === "string" ? { columns: entry } : entry;
  const label = `idx_${name}_${columns.replaceAll(/[^a-z_]+/gi, "_")}`;
  return `CREATE ${unique ? "UNIQUE " : ""}INDEX ${label} ON ${name} (${columns})${where ? ` WHERE ${where}` : ""}`;
});

module.exports = {
  create: (app, collection) => app.save(new Collection({
    type: "base",
    ...collection,
    fields: [...collection.fields, ...fields.stamps()],
    indexes: indexes(collection.name, collection.indexes ?? []),
  })),

  /** Drops in the order given: those that point first. */
  drop: (app, ...names) => names.forEach((name) => app.delete(app.findCollectionByNameOrId(name))),
};
