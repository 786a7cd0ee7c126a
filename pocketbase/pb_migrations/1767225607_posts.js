// Articles of the public blog: they belong to the platform, not to a workspace.
const { create, drop } = require(`${__hooks}/../pb_migrations/lib/collections.js`);
const f = require(`${__hooks}/../pb_migrations/lib/fields.js`);
const rules = require(`${__hooks}/../pb_migrations/lib/rules.js`);

// Guests read what is published; the editors are the users whom a superuser gave the role 'admin'.
const editor = "(@request.auth.id != '' && @request.auth.role = 'admin')";

migrate((app) => create(app, {
  id: "posts0000000000",
  name: "posts",
  fields: [
    f.title("title"),
    f.text("slug", { required: true, max: 200, pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$" }),
    f.text("description", { max: 1000 }),
    f.editor("content"),
    f.choice("status", ["draft", "published"], { required: true }),
    f.url("heroImage"),
    f.json("tags"),
    f.date("pubDate"),
    f.date("updatedDate"),
  ],
  indexes: [{ columns: "slug", unique: true }, "status, created"],
  listRule: `status = 'published' || ${editor}`,
  viewRule: `status = 'published' || ${editor}`,
  createRule: editor,
  updateRule: editor,
  deleteRule: editor,
}), (app) => drop(app, "posts"));
