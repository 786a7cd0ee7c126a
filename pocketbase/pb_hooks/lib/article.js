// What a blog variant says about itself: the members of its metadata where they are filled, else what its text shows.

const { toHtml, isHtml, toText } = require(`${__hooks}/lib/markdown.js`);

const longestTitle = 120;
const longestDescription = 200;
const mostTags = 8;

const text = (value) => (typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "");

/** Whole words, as far as they fit, and an ellipsis for the rest. */
const shorten = (value, most) => (value.length <= most ? value : `${value.slice(0, most).replace(/\s+\S*$/, "")}…`);

/** Lists come as arrays or as one text. */
const list = (value, separator) => (Array.isArray(value) ? value : text(value).split(separator)).map(text).filter((item) => item);

const metadataOf = (variant) => {
  const metadata = JSON.parse(variant.getString("metadata") || "null");
  return metadata && typeof metadata === "object" ? metadata : {};
};

const headingOf = (html) => text(toText((/<h[12][^>]*>([\s\S]*?)<\/h[12]>/i.exec(html) ?? ["", ""])[1]));

// The page shows the title itself.
const withoutTitle = (html, title) => {
  const heading = /^\s*<h[12][^>]*>([\s\S]*?)<\/h[12]>\s*/i.exec(html);
  return heading && text(toText(heading[1])).toLowerCase() === title.toLowerCase() ? html.slice(heading[0].length) : html;
};

module.exports = {
  /** Title, description, content and tags of the article. */
  describe(variant) {
    const metadata = metadataOf(variant);
    const copy = variant.getString("adapted_copy");
    const html = isHtml(copy) ? copy : toHtml(copy);
    const heading = headingOf(html);
    const words = text(toText(withoutTitle(html, heading)));
    const sentence = (/^.*?[.!?…](?=\s|$)/.exec(words) ?? [words])[0];
    const title = shorten(text(metadata.seo_title) || heading || sentence || "Untitled", longestTitle);

    const keywords = list(metadata.seo_keywords, ",");
    const tags = keywords.length > 0 ? keywords : list(metadata.hashtags, /[\s,]+/).map((tag) => tag.replace(/^#+/, ""));
    return {
      title,
      description: shorten(text(metadata.seo_description) || text(metadata.summary) || words, longestDescription),
      content: withoutTitle(html, title),
      tags: [...new Set(tags)].slice(0, mostTags),
    };
  },
};
