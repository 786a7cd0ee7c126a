import sanitizeHtml from "sanitize-html";

const rules: sanitizeHtml.IOptions = {
  allowedTags: [
    "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "pre", "code", "kbd", "samp", "a", "strong", "b",
    "em", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "abbr", "cite", "q", "time", "figure", "figcaption", "img", "table", "caption",
    "thead", "tbody", "tfoot", "tr", "th", "td",
  ],
  allowedAttributes: {
    a: ["href", "title", "rel"],
    img: ["src", "alt", "title", "width", "height", "loading", "decoding"],
    time: ["datetime"],
    abbr: ["title"],
    ol: ["start", "reversed"],
    th: ["scope", "colspan", "rowspan"],
    td: ["colspan", "rowspan"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  transformTags: {
    // The page's own heading is the only one of the first level.
    h1: "h2",
    img: (tagName, attribs) => ({ tagName, attribs: { ...attribs, alt: attribs["alt"] ?? "", loading: "lazy", decoding: "async" } }),
    a: (tagName, attribs) => ({ tagName, attribs: /^https?:/i.test(attribs["href"] ?? "") ? { ...attribs, rel: "noopener nofollow" } : attribs }),
  },
  exclusiveFilter: (frame) => frame.tag === "img" && (frame.attribs["src"] ?? "") === "",
};

/** What an author may bring onto the page: text, structure, pictures, links. No script, style, form, frame, id or class. */
export const sanitize = (html: string): string => sanitizeHtml(html, rules).trim();

const entities: Readonly<Record<string, string>> = { "&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/** The words of sanitised HTML. */
export const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, " ").replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? "").replace(/\s+/g, " ").trim();
