// Planning: events, worksheets, campaigns and their briefs.
const { create, drop } = require(`${__hooks}/../pb_migrations/lib/collections.js`);
const f = require(`${__hooks}/../pb_migrations/lib/fields.js`);
const rules = require(`${__hooks}/../pb_migrations/lib/rules.js`);

const events = (app) => create(app, {
  id: "inspirationevts",
  name: "inspiration_events",
  fields: [
    // Optional: an event without workspace is global. It dies with its workspace all the same: emptying the field
    // instead would publish the private events of a deleted workspace to everybody.
    { ...f.workspace(), required: false },
    f.title("event_name"),
    f.date("event_date"),
    f.choice("type", ["holiday", "industry_event", "company_milestone", "trend", "other"]),
    f.text("description", { max: 5000 }),
    f.json("suggested_angles"),
  ],
  indexes: ["workspace_id, event_date", "event_date"],
  ...rules.workspace,
  // Everyone signed in reads global events; only superusers write them.
  listRule: `${rules.workspace.listRule} || (${rules.signedIn} && workspace_id = '')`,
  viewRule: `${rules.workspace.viewRule} || (${rules.signedIn} && workspace_id = '')`,
});

const worksheets = (app) => create(app, {
  id: "worksheets00000",
  name: "worksheets",
  fields: [
    f.workspace(),
    f.title("title"),
    f.one("event_id", "inspirationevts"),
    f.many("brandRefs", "brandidentities"),
    f.many("customerRefs", "customerpersona"),
    f.choice("status", ["draft", "processing", "completed", "archived"], { required: true }),
    f.json("agent_context"),
  ],
  indexes: ["workspace_id, created", "workspace_id, status", "event_id"],
  ...rules.workspace,
});

const campaigns = (app) => create(app, {
  id: "marketingcampai",
  name: "marketing_campaigns",
  fields: [
    f.workspace(),
    f.one("worksheet_id", "worksheets00000"),
    f.title("name"),
    f.choice("campaign_type", ["awareness", "conversion", "retargeting", "newsletter", "social_series"]),
    f.choice("status", ["planned", "active", "paused", "completed", "cancelled"], { required: true }),
    f.number("budget"),
    f.json("kpi_targets"),
    f.date("start_date"),
    f.date("end_date"),
    f.one("product_id", "productservice"),
  ],
  indexes: ["workspace_id, created", "workspace_id, status", "worksheet_id", "product_id"],
  ...rules.workspace,
});

const briefs = (app) => create(app, {
  id: "contentbriefs0",
  name: "content_briefs",
  fields: [
    f.workspace(),
    f.one("campaign_id", "marketingcampai", { required: true, cascadeDelete: true }),
    f.title("angle_name"),
    f.choice("funnel_stage", ["Awareness", "Consideration", "Conversion", "Retention"], { required: true }),
    f.choice("psychological_angle", ["Fear", "Emotion", "Logic", "Social Proof", "Urgency", "Curiosity"], { required: true }),
    f.text("pain_point_focus", { max: 1000 }),
    f.text("key_message_variation", { max: 2000 }),
    f.text("call_to_action_direction", { max: 500 }),
    f.editor("brief"),
  ],
  indexes: ["workspace_id, created", "campaign_id, funnel_stage, angle_name"],
  ...rules.workspace,
});

migrate(
  (app) => [events, worksheets, campaigns, briefs].forEach((step) => step(app)),
  (app) => drop(app, "content_briefs", "marketing_campaigns", "worksheets", "inspiration_events"),
);
