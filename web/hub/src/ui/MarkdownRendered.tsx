import DOMPurify from "dompurify";
import { marked } from "marked";
import { useMemo } from "react";

/** HTML of Markdown or of HTML, without scripts, handlers, styles, forms and frames. */
export function toSafeHtml(text: string): string {
  const html = marked.parse(text, { async: false, gfm: true });
  return DOMPurify.sanitize(html, { USE_PROFILES: { html: true }, FORBID_TAGS: ["style", "form", "input", "button", "textarea", "select"], FORBID_ATTR: ["style", "class", "id"] });
}

export default function MarkdownRendered({ text }: { text: string }) {
  const html = useMemo(() => toSafeHtml(text), [text]);
  // Sanitised above.
  return <div className="prose-hub min-w-0 break-words" dangerouslySetInnerHTML={{ __html: html }} />;
}
