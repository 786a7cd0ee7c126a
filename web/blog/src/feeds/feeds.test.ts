import { describe, expect, it } from "vitest";
import type { Post } from "../posts/post.ts";
import { articleData, serialize } from "./json-ld.ts";
import { rss } from "./rss.ts";
import { sitemap } from "./sitemap.ts";
import { element } from "./xml.ts";

const post: Post = {
  slug: "a", title: "A & <b>", description: "d", html: '<p><a href="/blog/b/">b</a> ]]></p>', image: "/pb/a.png", tags: ["x"], published: new Date("2026-01-02T03:04:05Z"), updated: null, minutes: 1,
};

describe("feeds", () => {
  it("escape text and attributes, and leave out what XML cannot say", () =>
    expect(element("a", "<\u0000&\u000b>", { b: '"x"' })).toBe('<a b="&quot;x&quot;">&lt;&amp;&gt;</a>'));

  it("of articles name the whole address of everything", () => {
    const feed = rss([post], "https://a.example");
    expect(feed).toContain("<title>A &amp; &lt;b&gt;</title>");
    expect(feed).toContain("<guid isPermaLink=\"true\">https://a.example/blog/a/</guid>");
    expect(feed).toContain("<pubDate>Fri, 02 Jan 2026 03:04:05 GMT</pubDate>");
    expect(feed).toContain("href=&quot;https://a.example/blog/b/&quot;");
  });

  it("without articles are still feeds", () => expect(rss([], "https://a.example")).toContain("</channel></rss>"));

  it("for search engines list pages and articles", () => {
    const map = sitemap([{ slug: "a", changed: post.published }], "https://a.example");
    expect(map).toContain("<loc>https://a.example/about/</loc>");
    expect(map).toContain("<loc>https://a.example/blog/a/</loc><lastmod>2026-01-02T03:04:05.000Z</lastmod>");
  });

  it("in the page cannot end their element", () => expect(serialize(articleData({ ...post, title: "</script>" }, "https://a.example"))).not.toContain("</script>"));
});
