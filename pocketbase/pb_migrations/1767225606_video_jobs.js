// Rendering jobs of the video worker, which signs in as a superuser.
const { create, drop } = require(`${__hooks}/../pb_migrations/lib/collections.js`);
const f = require(`${__hooks}/../pb_migrations/lib/fields.js`);
const rules = require(`${__hooks}/../pb_migrations/lib/rules.js`);

const megabyte = 1024 * 1024;
const images = ["image/jpeg", "image/png", "image/gif", "image/webp"];

migrate((app) => create(app, {
  id: "videojobs000000",
  name: "video_jobs",
  fields: [
    f.workspace(),
    f.text("requested_by"),
    f.choice("status", ["queued", "claimed", "rendering", "uploading", "done", "failed"], { required: true }),
    // 1 to 10, higher first. A hook fills in 5, and 3 for max_attempts: number fields have no default.
    f.number("priority", { min: 0, max: 10, onlyInt: true }),
    f.json("input_json", { required: true }),
    f.file("input_images", { maxSelect: 10, maxSize: 10 * megabyte, mimeTypes: images }),
    f.file("input_music", {
      maxSize: 20 * megabyte,
      mimeTypes: ["audio/mpeg", "audio/wav", "audio/x-wav", "audio/ogg", "audio/aac", "audio/mp4", "audio/x-m4a", "audio/flac"],
    }),
    f.file("input_logo", { maxSize: 5 * megabyte, mimeTypes: images }),
    f.choice("variant_name", ["A", "B", "C"]),
    f.file("output_video", { maxSize: 500 * megabyte, mimeTypes: ["video/mp4"] }),
    f.file("thumbnail", { maxSize: 5 * megabyte, mimeTypes: ["image/jpeg"] }),
    f.number("progress", { min: 0, max: 100 }),
    f.text("progress_stage"),
    f.number("attempt_count", { min: 0, onlyInt: true }),
    f.number("max_attempts", { min: 0, onlyInt: true }),
    f.text("worker_id"),
    f.date("lease_until"),
    f.text("error_message", { max: 5000 }),
    f.number("render_duration_ms", { min: 0 }),
    f.text("idempotency_key"),
  ],
  indexes: [
    "workspace_id, created",
    "status, priority, id",
    "status, lease_until",
    // Within a workspace, so that no tenant can probe or occupy another one's keys.
    { columns: "workspace_id, idempotency_key", unique: true, where: "idempotency_key != ''" },
  ],
  ...rules.workspace,
}), (app) => drop(app, "video_jobs"));
