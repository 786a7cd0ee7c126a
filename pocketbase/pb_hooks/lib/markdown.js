// Markdown as people and models write it, to HTML. All text is escaped, and addresses are http, https, mailto or our own.

const escape = (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const isSafe = (address) => /^(?:https?:\/\/|mailto:|\/[^/]|#)/i.test(address);

const marks = [
  [/!\[([^\]]*)\]\(([^\s)]+)\)/g, (all, alt, address) => (isSafe(address) ? `<img src="${address}" alt="${alt}">` : alt)],
  [/\[([^\]]+)\]\(([^\s)]+)\)/g, (all, label, address) => (isSafe(address) ? `<a href="${address}">${label}</a>` : label)],
  [/\*\*([^*]+)\*\*/g, "<strong>$1</strong>"],
  [/(^|[\s(])\*([^*\s][^*]*)\*/g, "$1<em>$2</em>"],
  [/(^|[\s(])_([^_\s][^_]*)_(?=[\s).,;:!?]|$)/g, "$1<em>$2</em>"],
  [/\n/g, "<br>"],
];

/** One block's text: what stands between back-ticks is taken literally. */
const inline = (value) => value.split(/(`[^`\n]+`)/).map((part, index) => (index % 2
  ? `<code>${escape(part.slice(1, -1))}</code>`
  : marks.reduce((html, [pattern, replacement]) => html.replace(pattern, replacement), escape(part)))).join("");

const list = (tag) => (lines, strip) => `<${tag}>${lines.map((line) => `<li>${inline(line.replace(strip, ""))}</li>`).join("")}</${tag}>`;

// Kinds of blocks whose lines all begin alike, and how they are written.
const kinds = [
  { begins: /^\s*[-*+•]\s+/, write: list("ul") },
  { begins: /^\s*\d{1,3}[.)]\s+/, write: list("ol") },
  { begins: /^>\s?/, write: (lines, strip) => `<blockquote><p>${inline(lines.map((line) => line.replace(strip, "")).join("\n"))}</p></blockquote>` },
];

const heading = /^(#{1,6})\s+(.*?)\s*#*$/;
const rule = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;
const fence = /^\s*(```|~~~)/;
const isPlain = (line) => line.trim() && !heading.test(line) && !rule.test(line) && !fence.test(line) && !kinds.some(({ begins }) => begins.test(line));

/** Lines from `start` on for which `belongs` holds. */
const take = (lines, start, belongs) => {
  const end = lines.findIndex((line, index) => index >= start && !belongs(line));
  return lines.slice(start, end < 0 ? lines.length : end);
};

const block = (lines, at) => {
  const line = lines[at];
  if (!line.trim()) {
    return { html: "", used: 1 };
  }

  if (fence.test(line)) {
    const code = take(lines, at + 1, (next) => !fence.test(next));
    return { html: `<pre><code>${escape(code.join("\n"))}</code></pre>`, used: code.length + 2 };
  }

  if (rule.test(line)) {
    return { html: "<hr>", used: 1 };
  }

  const title = heading.exec(line);
  if (title) {
    // The page's own heading is the first level.
    const level = Math.max(2, title[1].length);
    return { html: `<h${level}>${inline(title[2])}</h${level}>`, used: 1 };
  }

  const kind = kinds.find(({ begins }) => begins.test(line));
  const taken = take(lines, at, kind ? (next) => kind.begins.test(next) && !rule.test(next) : isPlain);
  return { html: kind ? kind.write(taken, kind.begins) : `<p>${inline(taken.join("\n"))}</p>`, used: taken.length };
};

const entities = { "&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

module.exports = {
  /** Whether an author wrote HTML; whoever shows it has to sanitise it. */
  isHtml: (value) => /<(?:p|h[1-6]|ul|ol|div|section|article|blockquote|figure|table|br)[\s>/]/i.test(value),

  toHtml(markdown) {
    const lines = markdown.replaceAll("\r\n", "\n").split("\n");
    const blocks = [];
    for (let at = 0; at < lines.length;) {
      const { html, used } = block(lines, at);
      blocks.push(html);
      at += used;
    }

    return blocks.filter((html) => html).join("\n");
  },

  /** The words of HTML. */
  toText: (html) => html
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => entities[entity]),
};
