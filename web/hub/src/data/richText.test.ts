import { describe, expect, it } from "vitest";
import { toPlain, toRich } from "@/data/richText";

describe("rich text", () => {
  it("becomes paragraphs, lists and lines of plain text", () => {
    expect(toPlain("<h2>Head</h2><p>One<br>two &amp; three</p><ul><li>a</li><li>b</li></ul>")).toBe("Head\n\nOne\ntwo & three\n\n- a\n- b");
  });

  it("leaves a text without tags as it is", () => {
    expect(toPlain("5 < 6 & 7")).toBe("5 < 6 & 7");
  });

  it("drops what is no text", () => {
    expect(toPlain("<p>ok</p><script>alert(1)</script><style>p{}</style>")).toBe("ok");
  });

  it("is escaped when it is written", () => {
    expect(toRich("<b>& co</b>\nline\n\n\nnext")).toBe("<p>&lt;b&gt;&amp; co&lt;/b&gt;<br>line</p><p>next</p>");
    expect(toRich("  ")).toBe("");
  });

  it("survives a round trip", () => {
    const plain = "One\ntwo\n\nthree <tag> & more";

    expect(toPlain(toRich(plain))).toBe(plain);
  });
});
