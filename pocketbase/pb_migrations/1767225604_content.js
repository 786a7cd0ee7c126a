// Content: one message, its variants for each platform, and what came back from there.
const { create, drop } = require(`${__hooks}/../pb_migrations/lib/collections.js`);
const f = require(`${__hooks}/../pb_migrations/lib/fields.js`);
const rules = require(`${__hooks}/../pb_migrations/lib/rules.js`);

const masters = (app) => create(app, {
  id: "mastercontents0",
  name: "master_contents",
  fields: [
    f.workspace(),
    f.one("campaign_id", "marketingcampai", { cascadeDelete: true }),
    f.editor("core_message"),
    f.many("primaryMediaIds", "mediaassets0000"),
    f.choice("approval_status", ["pending", "approved", "rejected", "revision_needed"]),
    f.json("metadata"),
  ],
  indexes: ["workspace_id, created", "workspace_id, approval_status", "campaign_id"],
  ...rules.workspace,
});

const variants = (app) => create(app, {
  id: "platformvariant",
  name: "platform_variants",
  fields: [
    f.workspace(),
    f.one("master_content_id", "mastercontents0", { required: true, cascadeDelete: true }),
    f.choice("platform", ["facebook", "instagram", "linkedin", "twitter", "tiktok", "youtube", "blog", "email"], { required: true }),
    // Facebook takes 63 206 characters, a blog article has no limit of its own.
    f.text("adapted_copy", { max: 200000 }),
    f.many("platformMediaIds", "mediaassets0000"),
    f.choice("publish_status", ["draft", "scheduled", "published", "failed"], { required: true }),
    f.date("scheduled_at"),
    f.date("published_at"),
    f.text("platform_post_id", { max: 5000 }),
    f.json("metadata"),
    f.number("metric_views"),
    f.number("metric_likes"),
    f.number("metric_shares"),
    f.number("metric_comments"),
  ],
  indexes: ["workspace_id, created", "workspace_id, platform", "publish_status, scheduled_at", "master_content_id"],
  ...rules.workspace,
});

const links = (app) => create(app, {
  id: "trackinglinks00",
  name: "tracking_links",
  fields: [
    f.workspace(),
    f.one("variant_id", "platformvariant", { required: true, cascadeDelete: true }),
    f.url("original_url", { required: true }),
    f.url("short_url"),
    f.text("utm_source"),
    f.text("utm_campaign"),
    f.number("click_count"),
  ],
  indexes: ["workspace_id, created", "variant_id"],
  ...rules.workspace,
});

const interactions = (app) => create(app, {
  id: "socialinteract0",
  name: "social_interactions",
  fields: [
    f.workspace(),
    f.one("variant_id", "platformvariant", { required: true, cascadeDelete: true }),
    f.title("platform_user_id"),
    f.text("content", { required: true, max: 2048 }),
    f.choice("sentiment", ["positive", "neutral", "negative"], { required: true }),
    f.bool("is_handled"),
  ],
  indexes: ["workspace_id, created", "workspace_id, is_handled", "variant_id"],
  ...rules.workspace,
});

migrate(
  (app) => [masters, variants, links, interactions].forEach((step) => step(app)),
  (app) => drop(app, "social_interactions", "tracking_links", "platform_variants", "master_contents"),
);
