/** Fields of PocketBase's editor hold HTML; forms show them as plain text with paragraphs. */

const tag = /<\/?[a-z][^>]*>/i;

/** The text of HTML, its paragraphs apart by an empty line. A text without tags stays as it is. */
export function toPlain(html: string): string {
  if (!tag.test(html)) {
    return html;
  }

  // A parsed document is inert: nothing in it runs or loads.
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll("script, style").forEach((element) => element.remove());
  body.querySelectorAll("br").forEach((element) => element.replaceWith("\n"));
  body.querySelectorAll("li").forEach((element) => {
    element.prepend("- ");
    element.append("\n");
  });
  body.querySelectorAll("p, div, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, pre, tr").forEach((element) => element.append("\n\n"));
  return (body.textContent ?? "").replaceAll(/[ \t]+\n/g, "\n").replaceAll(/\n{3,}/g, "\n\n").trim();
}

/** HTML of a plain text: an empty line ends a paragraph. */
export function toRich(plain: string): string {
  const escaped = plain.trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped === "" ? "" : escaped.split(/\n\s*\n/).map((paragraph) => `<p>${paragraph.trim().replaceAll("\n", "<br>")}</p>`).join("");
}

/** What is stored for an edited text: a text that was not touched keeps the form it had. */
export function keepRich(stored: string, plain: string): string {
  return toPlain(stored) === plain ? stored : toRich(plain);
}
