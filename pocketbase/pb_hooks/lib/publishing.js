// Publishing one variant exactly once, whoever asks and however often.

const { postToPage } = require(`${__hooks}/lib/graph.js`);
const { findPicture } = require(`${__hooks}/lib/pictures.js`);

const text = (value) => (typeof value === "string" ? value.trim() : "");

const answer = (variant, response) => {
  const result = {
    workspace_id: variant.getString("workspace_id"),
    variant_id: variant.id,
    platform: "facebook",
    publish_status: variant.getString("publish_status"),
  };
  const postId = variant.getString("platform_post_id");
  return { ...result, ...(postId && { platform_post_id: postId }), ...(response && { facebook_response: response }) };
};

/** The variant, if the caller may change it. A foreign one does not differ from none. */
const findVariant = (e) => {
  const info = e.requestInfo();
  const workspaceId = text(info.body.workspace_id);
  const variantId = text(info.body.variant_id);
  if (!workspaceId || !variantId) {
    throw new BadRequestError("Nothing was published: workspace_id and variant_id are required, as text.");
  }

  let variant;
  try {
    variant = e.app.findRecordById("platform_variants", variantId);
  } catch {
    variant = null;
  }

  const allowed = variant != null && variant.getString("workspace_id") === workspaceId
    && e.app.canAccessRecord(variant, info, variant.collection().updateRule);
  if (!allowed) {
    throw new NotFoundError(`Nothing was published: workspace '${workspaceId}' has no variant '${variantId}' that you may change.`);
  }

  return variant;
};

const requirePublishable = (variant) => {
  const platform = variant.getString("platform");
  if (platform !== "facebook") {
    throw new BadRequestError(`Variant '${variant.id}' was not published: it is for ${platform}. Choose a facebook variant.`);
  }

  if (!text(variant.getString("adapted_copy"))) {
    throw new BadRequestError(`Variant '${variant.id}' was not published: adapted_copy is empty. Write the post first.`);
  }
};

const findAccount = (app, workspaceId) => {
  const accounts = app.findRecordsByFilter(
    "social_accounts", "workspace_id = {:workspace} && platform = 'facebook'", "created", 0, 0, { workspace: workspaceId });
  if (accounts.length === 0) {
    throw new BadRequestError(`Workspace '${workspaceId}' has no facebook social account. Add one under Social Accounts.`);
  }

  const account = accounts.find((candidate) => candidate.getString("access_token"));
  if (!account) {
    throw new BadRequestError(`The facebook account '${accounts[0].getString("account_name")}' has no access token. Enter one under Social Accounts.`);
  }

  return account;
};

const isPublished = (variant) => variant.getString("publish_status") === "published";

const post = (app, variant) => {
  requirePublishable(variant);
  const account = findAccount(app, variant.getString("workspace_id"));
  const { file, leftOut } = findPicture(app, variant);
  const outcome = postToPage(account, variant.getString("adapted_copy"), file);
  variant.set("publish_status", outcome.postId ? "published" : "failed");
  if (outcome.postId) {
    variant.set("platform_post_id", outcome.postId);
    variant.set("published_at", new DateTime());
  }

  app.save(variant);
  return answer(variant, { ...outcome.response, ...(leftOut && { picture: leftOut }) });
};

module.exports = {
  publish(e) {
    const variant = findVariant(e);
    if (isPublished(variant)) {
      return answer(variant);
    }

    // PocketBase is one process, so its store decides which of several simultaneous requests posts.
    const store = e.app.store();
    const claim = `publishing ${variant.id}`;
    const mine = $security.randomString(12);
    if (store.getOrSet(claim, () => mine) !== mine) {
      while (store.has(claim)) {
        sleep(50);
      }

      return answer(e.app.findRecordById("platform_variants", variant.id));
    }

    try {
      // Read again: the one before us may have published between our reading and our claim.
      const current = e.app.findRecordById("platform_variants", variant.id);
      return isPublished(current) ? answer(current) : post(e.app, current);
    } finally {
      store.remove(claim);
    }
  },
};
