// Seeding from ../demo/data.json: an array of { collection, records }, in the order of creation, with fixed ids.

const email = "demo@tmcp.local";
const dayMs = 24 * 60 * 60 * 1000;

const midnight = (date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
const stamp = (date) => date.toISOString().replace("T", " ");

/** Values that are known when seeding: '$day:-3' is three days ago, '$next:10-20' the next 20 October, '$media:id' the address of a media file. */
const tokens = {
  day: (value, { today }) => stamp(new Date(today.getTime() + Number(value) * dayMs)),
  next: (value, { today }) => {
    const [month, day] = value.split("-").map(Number);
    const thisYear = new Date(Date.UTC(today.getUTCFullYear(), month - 1, day));
    return stamp(thisYear >= today ? thisYear : new Date(Date.UTC(today.getUTCFullYear() + 1, month - 1, day)));
  },
  user: (_, { userId }) => userId,
  media: (id, { app }) => require(`${__hooks}/lib/media.js`).addressOf(app.findRecordById("media_assets", id)),
  file: (name) => $filesystem.fileFromPath(`${__hooks}/demo/${name}`),
};

const resolve = (value, context) => {
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, context));
  }

  const [, kind, argument] = (typeof value === "string" && /^\$(day|next|user|file|media):?(.*)$/.exec(value)) || [];
  return kind ? tokens[kind](argument, context) : value;
};

const find = (app, collection, id) => {
  try {
    return app.findRecordById(collection, id);
  } catch {
    return null;
  }
};

const seedUser = (app, password) => {
  let user;
  try {
    user = app.findAuthRecordByEmail("users", email);
  } catch {
    user = new Record(app.findCollectionByNameOrId("users"), { id: "demouser0000001", email, name: "Demo User", role: "admin", verified: true });
  }

  const made = user.isNew();
  if (made || !user.validatePassword(password)) {
    user.setPassword(password);
    app.save(user);
  }

  return { id: user.id, made };
};

module.exports = {
  /** The demo user of existing data follows a changed TMCP_DEMO_PASSWORD; other data has no such user and stays as it is. */
  applyPassword(app, password) {
    try {
      app.findAuthRecordByEmail("users", email);
    } catch {
      return;
    }

    try {
      seedUser(app, password);
    } catch (error) {
      console.error(`The demo user keeps its password: ${error}. Correct TMCP_DEMO_PASSWORD (8 characters or more) and restart.`);
    }
  },

  /** Makes the missing records in one transaction: all or nothing. */
  seed(app, password) {
    const data = JSON.parse(toString($os.readFile(`${__hooks}/demo/data.json`)));
    const today = midnight(new Date());
    const result = { user: email, workspace_id: data[0].records[0].id, created: 0, present: 0 };
    app.runInTransaction((transaction) => {
      const user = seedUser(transaction, password);
      const context = { app: transaction, today, userId: user.id };
      result[user.made ? "created" : "present"] += 1;
      for (const { collection, records } of data) {
        const target = transaction.findCollectionByNameOrId(collection);
        for (const values of records) {
          if (find(transaction, collection, values.id)) {
            result.present += 1;
            continue;
          }

          const record = new Record(target);
          Object.entries(values).forEach(([name, value]) => record.set(name, resolve(value, context)));
          transaction.save(record);
          result.created += 1;
        }
      }
    });
    return result;
  },
};
