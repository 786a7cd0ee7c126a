import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Editor, freePort, startBlog, startPocketBase, temporaryFolder, until, type Running } from "./support.ts";

// Tests of the built server against the real PocketBase, in the order of a blog's life.
const folders = [await temporaryFolder(), await temporaryFolder()] as const;
let pocketbase: Running;
let port = 0;
let blog: Running;
let editor: Editor;

const page = async (path: string, init: RequestInit = {}): Promise<{ status: number; text: string; headers: Headers }> => {
  const answer = await fetch(blog.url + path, { redirect: "manual", ...init });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

const post = (slug: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  slug, title: `Title of ${slug}`, description: `About ${slug}`, content: `<p>Text of ${slug}</p>`, status: "published", tags: ["brand"], pubDate: "2026-03-01 08:00:00.000Z", ...more,
});

beforeAll(async () => {
  port = await freePort();
  pocketbase = await startPocketBase(folders[0].path, port);
  editor = await Editor.signIn(pocketbase.url);
  blog = await startBlog(folders[1].path, { PUBLIC_PB_URL: `${pocketbase.url}/`, SITE_URL: "https://blog.example" });
});

afterAll(async () => {
  await blog?.stop("SIGKILL");
  await pocketbase?.stop("SIGKILL");
  await Promise.all(folders.map((folder) => folder.remove()));
});

describe("an empty blog", () => {
  it.each(["/", "/blog/", "/about/", "/rss.xml", "/sitemap-index.xml", "/sitemap-0.xml", "/robots.txt", "/health"])("answers %s", async (path) => {
    expect((await page(path)).status).toBe(200);
  });

  it("says that there is nothing yet", async () => {
    expect((await page("/blog/")).text).toContain("No articles yet");
    expect((await page("/rss.xml")).text).not.toContain("<item>");
  });
});

describe("articles", () => {
  beforeAll(async () => {
    const hostile = '<h1>Head</h1><p onclick="x()">Kept <script>evil()</script><a href="javascript:evil()">link</a></p><img src="/pb/api/files/a/b/c.png" onerror="evil()"><iframe src="https://x.example"></iframe>';
    await editor.create("posts", post("hostile", { title: "</script><b>Quotes & \"angles\"</b>", content: hostile, heroImage: "/pb/api/files/a/b/c.png", pubDate: "2026-04-02 08:00:00.000Z", updatedDate: "2026-05-02 08:00:00.000Z" }));
    await editor.create("posts", post("secret", { status: "draft" }));
    for (let number = 1; number <= 14; number++) {
      await editor.create("posts", post(`plain-${number}`, { pubDate: `2026-03-${String(number).padStart(2, "0")} 08:00:00.000Z`, tags: number % 2 === 0 ? ["brand", "smart"] : ["art", "Chiến lược"] }));
    }
  });

  it("appear within five seconds of being published, and change and go as fast", async () => {
    await page("/blog/");
    const id = await editor.create("posts", post("late", { pubDate: "2026-06-01 08:00:00.000Z" }));
    await until("The article", async () => (await page("/blog/")).text.includes("Title of late"), 5_000);
    expect((await page("/blog/late/")).text).toContain("Text of late");

    await editor.update("posts", id, { title: "Another title" });
    await until("The change", async () => (await page("/blog/late/")).text.includes("Another title"), 5_000);

    await editor.update("posts", id, { status: "draft" });
    await until("The end", async () => (await page("/blog/late/")).status === 404, 5_000);
  });

  it("come newest first, twelve to a page", async () => {
    const first = (await page("/blog/")).text;
    const second = (await page("/blog/?page=2")).text;
    expect(first.match(/<article/g)).toHaveLength(12);
    expect(second.match(/<article/g)).toHaveLength(3);
    expect(first.indexOf("plain-14")).toBeLessThan(first.indexOf("plain-13"));
    expect(second).toContain("Page 2 of 2");
    expect(second).toContain('href="https://blog.example/blog/?page=2"');
    expect((await page("/blog/?page=3")).text).toContain("nothing on this page");
    expect((await page("/blog/?page=zero")).status).toBe(404);
  });

  it("are found by a tag, and by the whole of it", async () => {
    const art = (await page("/blog/?tag=art")).text;
    expect(art.match(/<article/g)).toHaveLength(7);
    expect(art).not.toContain("plain-2/");
    expect((await page(`/blog/?tag=${encodeURIComponent("Chiến lược")}`)).text.match(/<article/g)).toHaveLength(7);
    expect((await page(`/blog/?tag=${encodeURIComponent('x" || status="draft')}`)).text).not.toContain("secret");
  });

  it("are sanitised", async () => {
    const { text } = await page("/blog/hostile/");
    expect(text).toContain("Kept");
    expect(text).toContain("<h2>Head</h2>");
    expect(text).not.toMatch(/evil|onclick|onerror|<iframe/);
    expect(text).toContain("&lt;/script&gt;&lt;b&gt;Quotes &amp;");
  });

  it("carry what other programs read", async () => {
    const { text } = await page("/blog/hostile/");
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? "null") as Record<string, unknown>;
    expect(data).toMatchObject({ "@type": "BlogPosting", headline: '</script><b>Quotes & "angles"</b>', image: "https://blog.example/pb/api/files/a/b/c.png", dateModified: "2026-05-02T08:00:00.000Z" });
    expect(text).toContain('<link rel="canonical" href="https://blog.example/blog/hostile/">');
    expect(text).toContain('<meta property="og:image" content="https://blog.example/pb/api/files/a/b/c.png">');
    expect(text).toContain('<meta property="og:type" content="article">');
  });

  it("that are drafts or unknown are not found", async () => {
    for (const path of ["/blog/secret/", "/blog/unknown/", "/blog/%22%20%7C%7C%20status=%22draft/", "/nowhere", "/404"]) {
      const { status, text } = await page(path);
      expect(status, path).toBe(404);
      expect(text, path).toContain("There is no such page");
    }
  });

  it("are in the feed and in the sitemap", async () => {
    const feed = await page("/rss.xml");
    expect(feed.headers.get("Content-Type")).toBe("application/rss+xml; charset=utf-8");
    expect(feed.text.match(/<item>/g)).toHaveLength(15);
    expect(feed.text).toContain("<link>https://blog.example/blog/plain-1/</link>");
    expect(feed.text).toContain("&lt;img src=&quot;https://blog.example/pb/api/files/a/b/c.png&quot;");
    expect(feed.text).not.toContain("secret");
    expect((await page("/sitemap-index.xml")).text).toContain("<loc>https://blog.example/sitemap-0.xml</loc>");
    expect((await page("/sitemap-0.xml")).text).toContain("<loc>https://blog.example/blog/hostile/</loc><lastmod>2026-05-02T08:00:00.000Z</lastmod>");
  });
});

describe("every page", () => {
  it("has no script of its own, and forbids any", async () => {
    for (const path of ["/", "/blog/", "/blog/hostile/", "/about/", "/nowhere"]) {
      const { text, headers } = await page(path);
      expect(text.match(/<script(?! type="application\/ld\+json")/g), path).toBeNull();
      expect(headers.get("Content-Security-Policy"), path).toContain("default-src 'none'");
    }
  });

  it("is light: 10 kB of HTML as sent, 10 kB of style", async () => {
    const { text } = await page("/");
    expect(gzipSync(text).length).toBeLessThan(10_000);
    const styles = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(styles).toHaveLength(1);
    expect(text).not.toContain("<style");
    const { text: style, headers } = await page(styles[0] ?? "");
    expect(style.length).toBeLessThan(10_000);
    expect(headers.get("Cache-Control")).toContain("immutable");
  });
});

describe("without PocketBase", () => {
  it("what was read stays readable, and nothing is called missing", async () => {
    for (const path of ["/", "/blog/", "/blog/plain-1/", "/rss.xml"]) {
      await page(path);
    }

    await pocketbase.stop("SIGKILL");
    await until("The end of the fresh copies", async () => (await page("/blog/")).text.includes("last copy"), 10_000);

    expect((await page("/blog/plain-1/")).text).toContain("Text of plain-1");
    expect((await page("/")).status).toBe(200);
    expect((await page("/rss.xml")).text).toContain("<item>");
    expect(JSON.parse((await page("/health")).text)).toEqual({ status: "degraded", checks: { pocketbase: "degraded" } });
    const unread = await page("/blog/plain-2/");
    expect(unread.status).toBe(503);
    expect(unread.headers.get("Retry-After")).toBe("10");
  });

  it("and with it again, the blog goes on", async () => {
    pocketbase = await startPocketBase(folders[0].path, port);
    await until("The recovery", async () => (await page("/blog/plain-2/")).status === 200, 10_000);
    await until("The fresh list", async () => !(await page("/blog/")).text.includes("last copy"), 10_000);
  });
});

describe("a stop", () => {
  it("ends the process in good order", async () => {
    expect(await blog.stop()).toBe(0);
  });
});

describe("without an address of PocketBase", () => {
  it("is not ready, and says which setting is missing", async () => {
    const folder = await temporaryFolder();
    const other = await startBlog(folder.path, { PUBLIC_PB_URL: "" });
    try {
      expect((await fetch(`${other.url}/health`)).status).toBe(503);
      expect((await fetch(`${other.url}/`)).status).toBe(200);
      expect(other.output()).toContain("PUBLIC_PB_URL is not set");
    } finally {
      await other.stop();
      await folder.remove();
    }
  });
});
