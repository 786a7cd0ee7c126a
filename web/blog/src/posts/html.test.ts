import { describe, expect, it } from "vitest";
import { sanitize, textOf } from "./html.ts";

describe("sanitize", () => {
  it.each([
    ["<script>x</script>a", "a"],
    ["<style>p{}</style>a", "a"],
    ['<p style="color:red" class="x" id="y" onclick="z()">a</p>', "<p>a</p>"],
    ['<a href="javascript:x">a</a>', "<a>a</a>"],
    ['<a href="JaVaScRiPt&#58;x">a</a>', "<a>a</a>"],
    ['<a href="//evil.example">a</a>', "<a>a</a>"],
    ['<img src="data:image/svg+xml,<svg onload=x>">', ""],
    ["<svg><script>x</script></svg>a", "a"],
    ['<form action="/pb"><input name="password"><button>a</button></form>', "a"],
    ['<iframe srcdoc="<script>x</script>"></iframe>a', "a"],
    ["<math><mi><img src=x onerror=y></mi></math>", '<img src="x" alt="" loading="lazy" decoding="async" />'],
    ["<h1>a</h1>", "<h2>a</h2>"],
    ["<p>a<b>b", "<p>a<b>b</b></p>"],
  ])("makes %s safe", (html, expected) => expect(sanitize(html)).toBe(expected));

  it("keeps what an article is made of", () => {
    const html = '<h2>a</h2><p><strong>b</strong> <a href="/blog/c/">c</a></p><ul><li>d</li></ul><pre><code>e &lt; f</code></pre><table><tr><td>g</td></tr></table>';
    expect(sanitize(html)).toBe(html);
  });

  it("marks links that lead away", () => expect(sanitize('<a href="https://a.example">a</a>')).toBe('<a href="https://a.example" rel="noopener nofollow">a</a>'));

  it("is idempotent over broken markup", () => {
    let seed = 7;
    const random = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
    const parts = ["<p", ">", "<script>", "</script>", "<img src=", "'", '"', " onerror=x", "&lt;", "<!--", "-->", "<a href=javascript:x>", "<svg/onload=x>", "text", "<![CDATA[", "\u0000"];
    for (let round = 0; round < 500; round++) {
      const html = Array.from({ length: 12 }, () => parts[random(parts.length)]).join("");
      const once = sanitize(html);
      expect(sanitize(once)).toBe(once);
      // Inside quotes anything may stand.
      expect(once.replace(/="[^"]*"/g, "=")).not.toMatch(/<(?:script|svg|style|iframe)|<[^>]*\son\w+=/i);
      expect(once).not.toMatch(/href="javascript/i);
    }
  });
});

it("textOf gives the words", () => expect(textOf("<p>a &amp; b</p><p>c&nbsp;d</p>")).toBe("a & b c d"));
