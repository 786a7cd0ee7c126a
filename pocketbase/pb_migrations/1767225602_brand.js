// What a workspace knows about its brand: media, identity, customers, products, prompts.
const { create, drop } = require(`${__hooks}/../pb_migrations/lib/collections.js`);
const f = require(`${__hooks}/../pb_migrations/lib/fields.js`);
const rules = require(`${__hooks}/../pb_migrations/lib/rules.js`);

const megabyte = 1024 * 1024;

const media = (app) => create(app, {
  id: "mediaassets0000",
  name: "media_assets",
  fields: [
    f.workspace(),
    f.file("file", {
      required: true,
      maxSize: 100 * megabyte,
      mimeTypes: [
        "image/jpeg", "image/png", "image/gif", "image/webp", "image/svg+xml", "video/mp4", "video/webm",
        "application/pdf", "application/msword", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      ],
    }),
    f.choice("file_type", ["image", "video", "doc"], { required: true }),
    f.choice("aspect_ratio", ["1:1", "16:9", "9:16", "4:5", "4:3", "N/A"]),
    f.json("tags"),
  ],
  indexes: ["workspace_id, created", "workspace_id, file_type"],
  ...rules.workspace,
});

const brands = (app) => create(app, {
  id: "brandidentities",
  name: "brand_identities",
  fields: [
    f.workspace(),
    f.title("brand_name"),
    f.json("core_messaging"),
    f.json("visual_assets"),
    f.editor("voice_and_tone"),
    f.json("dos_and_donts"),
    f.json("content_pillars"),
    f.one("logo", "mediaassets0000"),
  ],
  indexes: ["workspace_id, created", "logo"],
  ...rules.workspace,
});

const personas = (app) => create(app, {
  id: "customerpersona",
  name: "customer_personas",
  fields: [
    f.workspace(),
    f.title("persona_name"),
    f.text("summary", { max: 2048 }),
    f.json("demographics"),
    f.json("psychographics"),
    f.one("avatar", "mediaassets0000"),
  ],
  indexes: ["workspace_id, created", "avatar"],
  ...rules.workspace,
});

const products = (app) => create(app, {
  id: "productservice",
  name: "products_services",
  fields: [
    f.workspace(),
    f.one("brand_id", "brandidentities", { required: true }),
    f.title("name"),
    f.editor("description"),
    f.editor("usp"),
    f.json("key_features"),
    f.json("key_benefits"),
    f.text("default_offer", { max: 1000 }),
  ],
  indexes: ["workspace_id, created", "brand_id"],
  ...rules.workspace,
});

const prompts = (app) => create(app, {
  id: "prompttemplates",
  name: "prompt_templates",
  fields: [f.workspace(), f.title("agent_role"), { ...f.editor("template_text"), required: true }],
  indexes: ["workspace_id, agent_role"],
  ...rules.workspace,
});

migrate(
  (app) => [media, brands, personas, products, prompts].forEach((step) => step(app)),
  (app) => drop(app, "prompt_templates", "products_services", "customer_personas", "brand_identities", "media_assets"),
);
