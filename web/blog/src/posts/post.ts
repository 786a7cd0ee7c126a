import { sanitize, textOf } from "./html.ts";

/** An article as pages show it. */
export interface Post {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** Sanitised HTML. */
  readonly html: string;
  readonly image: string | null;
  readonly tags: readonly string[];
  readonly published: Date;
  /** Only when it is a later day's work than the publishing. */
  readonly updated: Date | null;
  readonly minutes: number;
}

/** One page of articles. */
export interface PostPage {
  readonly posts: readonly Post[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

const wordsPerMinute = 220;

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

// PocketBase writes '2026-08-01 09:30:00.000Z'.
const date = (value: unknown): Date | null => {
  const parsed = new Date(text(value).replace(" ", "T"));
  return Number.isNaN(parsed.getTime()) ? null : parsed;
};

// Absolute, or a file of our own origin; '//host' would be somebody else's.
const image = (value: unknown): string | null => (/^(?:https?:\/\/|\/(?!\/))[^\s"'<>]+$/i.test(text(value)) ? text(value) : null);

const day = 24 * 60 * 60 * 1000;

/** Reads a record of `posts`; null for one without slug or title, which no page could show. */
export const toPost = (record: Readonly<Record<string, unknown>>): Post | null => {
  const [slug, title] = [text(record["slug"]), text(record["title"])];
  if (slug === "" || title === "") {
    return null;
  }

  const html = sanitize(text(record["content"]));
  const published = date(record["pubDate"]) ?? date(record["created"]) ?? new Date(0);
  const updated = date(record["updatedDate"]);
  const tags = Array.isArray(record["tags"]) ? record["tags"].map(text).filter((tag) => tag !== "") : [];
  return {
    slug,
    title,
    description: text(record["description"]),
    html,
    image: image(record["heroImage"]),
    tags: [...new Set(tags)],
    published,
    updated: updated !== null && updated.getTime() - published.getTime() >= day ? updated : null,
    minutes: Math.max(1, Math.round(textOf(html).split(/\s+/).length / wordsPerMinute)),
  };
};
