import { site } from "../config/site.ts";
import type { Post } from "../posts/post.ts";
import { element } from "./xml.ts";

/** Makes the addresses of an article's own pictures and links whole, which a reader far from this site needs. */
const withOrigin = (html: string, origin: string): string => html.replace(/(\s(?:src|href)=")\/(?!\/)/g, `$1${origin}/`);

const item = (post: Post, origin: string): string => {
  const link = `${origin}/blog/${post.slug}/`;
  return element("item", [
    element("title", post.title),
    element("link", link),
    element("guid", link, { isPermaLink: "true" }),
    element("pubDate", post.published.toUTCString()),
    element("description", post.description),
    ...post.tags.map((tag) => element("category", tag)),
    element("content:encoded", withOrigin(post.html, origin)),
  ]);
};

/** The feed of articles (RSS 2.0). */
export const rss = (posts: readonly Post[], origin: string): string =>
  element(
    "rss",
    [
      element("channel", [
        element("title", site.name),
        element("link", `${origin}/`),
        element("description", site.description),
        element("language", site.language),
        element("atom:link", "", { href: `${origin}/rss.xml`, rel: "self", type: "application/rss+xml" }),
        ...(posts[0] === undefined ? [] : [element("lastBuildDate", posts[0].published.toUTCString())]),
        ...posts.map((post) => item(post, origin)),
      ]),
    ],
    { version: "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom", "xmlns:content": "http://purl.org/rss/1.0/modules/content/" },
  );
