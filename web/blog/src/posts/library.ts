import { Copies, type Copy } from "./copies.ts";
import { listRecords, quote } from "./pocketbase.ts";
import { toPost, type Post, type PostPage } from "./post.ts";

/** What sitemaps need of an article. */
export interface PostAddress {
  readonly slug: string;
  readonly changed: Date;
}

export const perPage = 12;
const feedLength = 50;
const batch = 500;
// The protocol's limit for one sitemap.
const mostAddresses = 50_000;

// 2 s: a published article has to show within 5 s, and a busy page still asks PocketBase once in two seconds only.
const options = { freshFor: 2_000, restAfterFailure: 2_000, now: () => performance.now() };
const pages = new Copies<PostPage>({ ...options, most: 200 });
const articles = new Copies<Post | null>({ ...options, most: 1_000 });
const addresses = new Copies<readonly PostAddress[]>({ ...options, most: 1 });

const everything = 'slug != ""';

const isPost = (post: Post | null): post is Post => post !== null;

const loadPage = async (filter: string, page: number, count: number): Promise<PostPage> => {
  const list = await listRecords({ filter, page, perPage: count });
  return { posts: list.items.map(toPost).filter(isPost), page, pages: Math.max(1, list.totalPages), total: list.totalItems };
};

/** A tag that may stand in a filter; null for what no tag looks like. */
export const readTag = (value: string | null): string | null => (value !== null && /^[\p{L}\p{N} .+#/-]{1,60}$/u.test(value) ? value : null);

/** A page number of the address; null when it is none. */
export const readPage = (value: string | null): number | null => (value === null ? 1 : /^[1-9]\d{0,3}$/.test(value) ? Number(value) : null);

/** Articles, newest first, one page of them. */
export const listPosts = (page: number, tag: string | null = null): Promise<Copy<PostPage>> =>
  // Tags are a JSON array: the quotes keep 'art' from finding 'smart'.
  pages.get(`${page} ${tag ?? ""}`, () => loadPage(tag === null ? everything : `tags ~ ${quote(JSON.stringify(tag))}`, page, perPage));

/** The newest articles, for feeds. */
export const newestPosts = (): Promise<Copy<PostPage>> => pages.get("feed", () => loadPage(everything, 1, feedLength));

/** An article by its slug; null when none is published under it. */
export const findPost = async (slug: string): Promise<Copy<Post | null>> =>
  /^[a-z0-9-]{1,200}$/.test(slug)
    ? articles.get(slug, async () => (await loadPage(`slug = ${quote(slug)}`, 1, 1)).posts[0] ?? null)
    : { value: null, isStale: false };

/** The address of every article. */
export const listAddresses = (): Promise<Copy<readonly PostAddress[]>> =>
  addresses.get("all", async () => {
    const found: PostAddress[] = [];
    for (let page = 1; found.length < mostAddresses; page++) {
      const list = await listRecords({ filter: everything, page, perPage: batch, fields: "slug,title,pubDate,updatedDate,created" });
      found.push(...list.items.map(toPost).filter(isPost).map((post) => ({ slug: post.slug, changed: post.updated ?? post.published })));
      if (page >= list.totalPages) {
        break;
      }
    }

    return found.slice(0, mostAddresses);
  });
