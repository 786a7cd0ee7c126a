// How long a run of an agent took, beside what it cost.
const f = require(`${__hooks}/../pb_migrations/lib/fields.js`);

migrate(
  (app) => {
    const logs = app.findCollectionByNameOrId("agent_logs");
    logs.fields.addAt(logs.fields.length - 2, new Field(f.number("duration_ms")));
    app.save(logs);
  },
  (app) => {
    const logs = app.findCollectionByNameOrId("agent_logs");
    logs.fields.removeByName("duration_ms");
    app.save(logs);
  },
);
