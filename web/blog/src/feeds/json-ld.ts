import { site } from "../config/site.ts";
import type { Post } from "../posts/post.ts";

const organization = (origin: string): Record<string, unknown> => ({
  "@type": "Organization", "@id": `${origin}/#organization`, name: site.name, url: `${origin}/`, logo: `${origin}/favicon.svg`, description: site.description,
});

/** Who publishes the blog. */
export const organizationData = (origin: string): Record<string, unknown> => ({ "@context": "https://schema.org", ...organization(origin) });

/** What an article is. */
export const articleData = (post: Post, origin: string): Record<string, unknown> => ({
  "@context": "https://schema.org",
  "@type": "BlogPosting",
  headline: post.title,
  description: post.description,
  mainEntityOfPage: `${origin}/blog/${post.slug}/`,
  datePublished: post.published.toISOString(),
  dateModified: (post.updated ?? post.published).toISOString(),
  ...(post.image === null ? {} : { image: new URL(post.image, origin).href }),
  ...(post.tags.length === 0 ? {} : { keywords: post.tags.join(", ") }),
  author: { "@type": "Organization", name: site.author },
  publisher: organization(origin),
});

/** As it may stand in a page: `</script>` in a title must not end the element. */
export const serialize = (data: Record<string, unknown>): string => JSON.stringify(data).replaceAll("<", "\\u003c");
