// Articles made from published blog variants: a post knows its variant and goes with it, and its picture may be one of our own media files.
const f = require(`${__hooks}/../pb_migrations/lib/fields.js`);

// A url field takes whole addresses only, and a field's type is fixed: the text field takes the place and the values of the old one.
const replaceHeroImage = (app, field) => {
  const values = arrayOf(new DynamicModel({ id: "", heroImage: "" }));
  app.db().newQuery("SELECT id, heroImage FROM posts WHERE heroImage != ''").all(values);

  const posts = app.findCollectionByNameOrId("posts");
  posts.fields.removeByName("heroImage");
  app.save(posts);
  posts.fields.addAt(6, new Field(field));
  app.save(posts);

  values.forEach(({ id, heroImage }) =>
    app.db().newQuery("UPDATE posts SET heroImage = {:heroImage} WHERE id = {:id}").bind({ id, heroImage }).execute());
};

const indexes = [
  "CREATE UNIQUE INDEX idx_posts_variant_id ON posts (variant_id) WHERE variant_id != ''",
  "CREATE INDEX idx_posts_status_pubDate ON posts (status, pubDate)",
];

migrate((app) => {
  replaceHeroImage(app, f.text("heroImage", { max: 2000, pattern: "^(https?://|/)[^\\s\"'<>]*$" }));
  const posts = app.findCollectionByNameOrId("posts");
  posts.fields.addAt(posts.fields.length - 2, new Field(f.one("variant_id", "platformvariant", { cascadeDelete: true })));
  posts.indexes = [...posts.indexes, ...indexes];
  app.save(posts);
}, (app) => {
  const posts = app.findCollectionByNameOrId("posts");
  posts.indexes = posts.indexes.filter((index) => !/idx_posts_(variant_id|status_pubDate)/.test(index));
  posts.fields.removeByName("variant_id");
  app.save(posts);
  app.db().newQuery("UPDATE posts SET heroImage = '' WHERE heroImage LIKE '/%'").execute();
  replaceHeroImage(app, f.url("heroImage"));
});
