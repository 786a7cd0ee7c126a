// Addresses of articles: letters without diacritics, digits and hyphens.

const longest = 80;

const slugOf = (title) => {
  const plain = title.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  // Whole words, as far as they fit.
  const cut = slug.length <= longest ? slug : slug.slice(0, longest + 1).replace(/-[^-]*$/, "").slice(0, longest);
  return cut || "article";
};

module.exports = {
  slugOf,

  /** The title's slug, with a number behind it when another article has it. */
  freeSlug(app, title) {
    const slug = slugOf(title);
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? slug : `${slug}-${number}`;
      if (app.countRecords("posts", $dbx.hashExp({ slug: candidate })) === 0) {
        return candidate;
      }
    }
  },
};
