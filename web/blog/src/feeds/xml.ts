const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

// XML 1.0 has no form for most control characters, not even escaped.
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escape = (text: string): string => text.replace(forbidden, "").replace(/[&<>"']/g, (character) => entities[character] ?? "");

/** An element with text, or with elements that are written already. */
export const element = (name: string, content: string | readonly string[], attributes: Readonly<Record<string, string>> = {}): string => {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escape(value)}"`)].join(" ");
  return `<${start}>${typeof content === "string" ? escape(content) : content.join("")}</${name}>`;
};

/** A whole document as an answer. */
export const xmlResponse = (root: string, type: string): Response =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${root}`, { headers: { "Content-Type": `${type}; charset=utf-8` } });
