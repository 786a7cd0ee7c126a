// Accounts and workspaces, the tenants.
const { create, drop } = require(`${__hooks}/../pb_migrations/lib/collections.js`);
const f = require(`${__hooks}/../pb_migrations/lib/fields.js`);
const rules = require(`${__hooks}/../pb_migrations/lib/rules.js`);

const week = 604800;

migrate((app) => {
  const users = app.findCollectionByNameOrId("users");
  users.fields.add(new SelectField({ name: "role", values: ["admin", "manager", "member", "viewer"], maxSelect: 1 }));
  // Anyone may sign up, but only a superuser hands out 'admin' and 'manager', and nobody changes his own role.
  users.createRule = "role = '' || role = 'member' || role = 'viewer'";
  users.updateRule = "id = @request.auth.id && @request.body.role:changed = false";
  users.authToken.duration = week;
  // No mail server is part of the stack: an alert about a new device would only fail.
  users.authAlert.enabled = false;
  app.save(users);

  const superusers = app.findCollectionByNameOrId("_superusers");
  superusers.authAlert.enabled = false;
  app.save(superusers);

  create(app, {
    id: "workspaces00000",
    name: "workspaces",
    fields: [
      f.title("name"),
      f.one("owner_id", "_pb_users_auth_", { required: true }),
      f.many("members", "_pb_users_auth_"),
      f.json("settings"),
    ],
    indexes: ["owner_id", "created"],
    listRule: `${rules.signedIn} && (owner_id = @request.auth.id || members.id ?= @request.auth.id)`,
    viewRule: `${rules.signedIn} && (owner_id = @request.auth.id || members.id ?= @request.auth.id)`,
    createRule: `${rules.writes} && owner_id = @request.auth.id`,
    // A member may rename it and change its settings; who owns it and who belongs to it is the owner's affair.
    updateRule: `${rules.writes} && (owner_id = @request.auth.id || (members.id ?= @request.auth.id`
      + " && @request.body.owner_id:changed = false && @request.body.members:changed = false))",
    deleteRule: `${rules.writes} && owner_id = @request.auth.id`,
  });
}, (app) => {
  drop(app, "workspaces");

  const superusers = app.findCollectionByNameOrId("_superusers");
  superusers.authAlert.enabled = true;
  app.save(superusers);

  const users = app.findCollectionByNameOrId("users");
  users.fields.removeByName("role");
  users.createRule = "";
  users.updateRule = "id = @request.auth.id";
  users.authToken.duration = 432000;
  users.authAlert.enabled = true;
  app.save(users);
});
