// Operations: accounts on the platforms, leads, and the log of the agents.
const { create, drop } = require(`${__hooks}/../pb_migrations/lib/collections.js`);
const f = require(`${__hooks}/../pb_migrations/lib/fields.js`);
const rules = require(`${__hooks}/../pb_migrations/lib/rules.js`);

const accounts = (app) => create(app, {
  id: "socialaccounts0",
  name: "social_accounts",
  fields: [
    f.workspace(),
    f.choice("platform", ["facebook", "instagram", "linkedin", "twitter", "tiktok", "youtube"], { required: true }),
    f.title("account_name"),
    f.title("account_id"),
    // Members write tokens and never read them back: only superusers and the hooks do. Nor can they filter by them.
    f.text("access_token", { max: 5000, hidden: true }),
    f.text("refresh_token", { max: 5000, hidden: true }),
    f.date("expires_at"),
  ],
  indexes: ["workspace_id, platform", "workspace_id, created"],
  ...rules.workspace,
});

const leads = (app) => create(app, {
  id: "leads0000000000",
  name: "leads",
  fields: [
    f.workspace(),
    f.one("campaign_id", "marketingcampai"),
    f.title("name"),
    f.email("email"),
    f.text("phone", { min: 5, max: 20 }),
    f.choice("source", ["web", "social", "email", "referral", "other"]),
    f.choice("status", ["new", "contacted", "qualified", "converted", "lost"], { required: true }),
  ],
  indexes: ["workspace_id, created", "workspace_id, status", "campaign_id"],
  ...rules.workspace,
});

const logs = (app) => create(app, {
  id: "agentlogs000000",
  name: "agent_logs",
  fields: [
    f.workspace(),
    f.title("agent_name"),
    f.title("action"),
    f.choice("status", ["success", "failed", "pending"], { required: true }),
    f.number("tokens_used"),
    f.text("error_message", { max: 5000 }),
  ],
  indexes: ["workspace_id, created", "workspace_id, status"],
  ...rules.workspace,
  // A log that its subjects can rewrite proves nothing.
  updateRule: null,
  deleteRule: null,
});

migrate(
  (app) => [accounts, leads, logs].forEach((step) => step(app)),
  (app) => drop(app, "agent_logs", "leads", "social_accounts"),
);
