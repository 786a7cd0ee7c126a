import { describe, expect, it } from "vitest";
import { toPost } from "./post.ts";

const record = { slug: "a", title: "A", content: "<p>Text</p>", pubDate: "2026-08-01 09:30:00.000Z", created: "2026-07-01 00:00:00.000Z" };

describe("toPost", () => {
  it("reads PocketBase's dates, and falls back to when the record was made", () => {
    expect(toPost(record)?.published.toISOString()).toBe("2026-08-01T09:30:00.000Z");
    expect(toPost({ ...record, pubDate: "" })?.published.toISOString()).toBe("2026-07-01T00:00:00.000Z");
  });

  it("tells of an update only when it is another day's", () => {
    expect(toPost({ ...record, updatedDate: "2026-08-01 18:00:00.000Z" })?.updated).toBeNull();
    expect(toPost({ ...record, updatedDate: "2026-08-03 18:00:00.000Z" })?.updated).not.toBeNull();
  });

  it.each([
    ["https://a.example/b.png", "https://a.example/b.png"], ["/pb/api/files/x.png", "/pb/api/files/x.png"],
    ["//evil.example/x.png", null], ["javascript:alert(1)", null], ["data:image/png;base64,AA", null], ["", null], [null, null], ['/a" onerror="x', null],
  ])("takes the picture %s as %s", (heroImage, expected) => expect(toPost({ ...record, heroImage })?.image).toBe(expected));

  it.each([[{ title: "A" }], [{ slug: "a", title: " " }], [{ slug: 1, title: "A" }], [{}]])("refuses %j", (broken) => expect(toPost(broken)).toBeNull());

  it("takes tags that are texts, each once", () => expect(toPost({ ...record, tags: ["a", 1, null, " a ", "b"] })?.tags).toEqual(["a", "b"]));

  it.each(["a", { a: 1 }, null, undefined])("takes tags %j as none", (tags) => expect(toPost({ ...record, tags })?.tags).toEqual([]));

  it("counts minutes from one up", () => {
    expect(toPost(record)?.minutes).toBe(1);
    expect(toPost({ ...record, content: `<p>${"word ".repeat(1_100)}</p>` })?.minutes).toBe(5);
  });
});
