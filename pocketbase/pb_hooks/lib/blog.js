// An article of the blog from a variant, and back to a draft when the variant is not published any more.

const { describe } = require(`${__hooks}/lib/article.js`);
const { addressOf } = require(`${__hooks}/lib/media.js`);
const { freeSlug } = require(`${__hooks}/lib/slug.js`);

const isPublished = (variant) => variant.getString("platform") === "blog" && variant.getString("publish_status") === "published";

const findPost = (app, variant) => {
  const found = arrayOf(new Record());
  app.recordQuery("posts").andWhere($dbx.hashExp({ variant_id: variant.id })).limit(1).all(found);
  return found[0] ?? null;
};

const findRecord = (app, collection, id) => {
  try {
    return app.findRecordById(collection, id);
  } catch {
    return null;
  }
};

const pictureOf = (app, variant) => {
  const master = findRecord(app, "master_contents", variant.getString("master_content_id"));
  const ids = [...variant.getStringSlice("platformMediaIds"), ...(master ? master.getStringSlice("primaryMediaIds") : [])];
  const media = ids.map((id) => findRecord(app, "media_assets", id)).find((item) => item?.getString("file_type") === "image");
  return media ? addressOf(media) : "";
};

const requireText = (variant) => {
  if (!variant.getString("adapted_copy").trim()) {
    throw new BadRequestError("The article was not published: adapted_copy is empty. Write it first.", {
      adapted_copy: new ValidationError("validation_required", "Cannot be blank."),
    });
  }
};

const write = (app, post, variant, article) => {
  const values = { ...article, heroImage: pictureOf(app, variant), status: "published" };
  // Tags are compared as they are stored; counting views or likes does not make an article newer.
  const stored = (name) => (name === "tags" ? JSON.parse(post.getString("tags") || "null") : post.getString(name));
  const changed = Object.keys(values).filter((name) => JSON.stringify(stored(name)) !== JSON.stringify(values[name]));
  if (changed.length === 0) {
    return;
  }

  if (!post.isNew() && changed.some((name) => name !== "status")) {
    post.set("updatedDate", new DateTime());
  }

  changed.forEach((name) => post.set(name, values[name]));
  post.set("variant_id", variant.id);
  post.set("pubDate", variant.getDateTime("published_at"));
  app.save(post);
};

const publish = (app, e, post) => {
  const variant = e.record;
  requireText(variant);
  const article = describe(variant);
  const target = post ?? new Record(app.findCollectionByNameOrId("posts"), { slug: freeSlug(app, article.title) });
  // The hub links to the article by this.
  variant.set("platform_post_id", target.getString("slug"));
  if (variant.getDateTime("published_at").isZero()) {
    variant.set("published_at", new DateTime());
  }

  e.next();
  write(app, target, variant, article);
};

const withdraw = (app, e, post) => {
  e.next();
  if (post?.getString("status") === "published") {
    // Not deleted: published again, it has the address that others know.
    post.set("status", "draft");
    app.save(post);
  }
};

const postsWith = (app, media) => app.findRecordsByFilter("posts", "variant_id != '' && heroImage ~ {:part}", "", 0, 0, { part: `/media_assets/${media.id}/` });

const setPicture = (app, media, address) => postsWith(app, media).forEach((post) => {
  if (post.getString("heroImage") !== address) {
    post.set("heroImage", address);
    app.save(post);
  }
});

module.exports = {
  /** Saves a variant, and the article with it. */
  follow(e) {
    const app = e.app;
    const published = isPublished(e.record);
    if (!published && (e.record.isNew() || !isPublished(e.record.original()))) {
      e.next();
      return;
    }

    app.runInTransaction((transaction) => {
      e.app = transaction;
      try {
        const post = e.record.isNew() ? null : findPost(transaction, e.record);
        (published ? publish : withdraw)(transaction, e, post);
      } finally {
        e.app = app;
      }
    });
  },

  replacePicture: (app, media) => setPicture(app, media, addressOf(media)),
  removePicture: (app, media) => setPicture(app, media, ""),
};
