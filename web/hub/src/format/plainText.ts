const tags = /<(?:p|h[1-6]|ul|ol|li|div|blockquote|br|strong|em|b|i|a|span)(?:\s[^>]*)?\/?>/i;

/** The text of an editor field for a plain text box: HTML becomes lines, and what is no HTML stays as it is. */
export function toPlainText(value: string): string {
  if (!tags.test(value)) {
    return value;
  }

  // A parsed document of its own runs no scripts and loads no pictures.
  const { body } = new DOMParser().parseFromString(value, "text/html");
  body.querySelectorAll("script, style").forEach((element) => element.remove());
  body.querySelectorAll("br").forEach((element) => element.replaceWith("\n"));
  body.querySelectorAll("li").forEach((element) => element.prepend("- "));
  body.querySelectorAll("li, tr").forEach((element) => element.append("\n"));
  body.querySelectorAll("p, div, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, table").forEach((element) => element.append("\n\n"));
  return (body.textContent ?? "").replaceAll(/[ \t]+\n/g, "\n").replaceAll(/\n{3,}/g, "\n\n").trim();
}

/** What to store for a text box: the stored HTML, when nobody has touched its text. */
export function fromPlainText(text: string, stored: string): string {
  return text === toPlainText(stored) ? stored : text;
}
