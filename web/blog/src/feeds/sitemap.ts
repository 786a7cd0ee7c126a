import { site } from "../config/site.ts";
import type { PostAddress } from "../posts/library.ts";
import { element } from "./xml.ts";

const namespace = { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" };

/** The index, which names the one sitemap. */
export const sitemapIndex = (origin: string): string =>
  element("sitemapindex", [element("sitemap", [element("loc", `${origin}/sitemap-0.xml`)])], namespace);

/** Every page: the fixed ones, and the articles. */
export const sitemap = (articles: readonly PostAddress[], origin: string): string =>
  element(
    "urlset",
    [
      ...site.navigation.map(({ path }) => element("url", [element("loc", `${origin}${path}`)])),
      ...articles.map(({ slug, changed }) => element("url", [element("loc", `${origin}/blog/${slug}/`), element("lastmod", changed.toISOString())])),
    ],
    namespace,
  );
