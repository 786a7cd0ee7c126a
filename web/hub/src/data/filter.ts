/**
 * A text as PocketBase's filters quote it: only the quote is escaped, a backslash at the end would escape the closing one, and zero characters
 * are refused.
 */
export function quote(value: string): string {
  return `"${value.replaceAll("\0", "").replaceAll('"', '\\"').replace(/\\+$/, "")}"`;
}

/** `field ~ "text"`: contains, in any case. PocketBase adds the wildcards around a text that has none of its own. */
export function contains(field: string, value: string): string {
  return `${field} ~ ${quote(value.replaceAll("%", "\\%"))}`;
}

/** `field = "value"`. */
export function equals(field: string, value: string): string {
  return `${field} = ${quote(value)}`;
}

/** `(field = "a" || field = "b")`; nothing matches an empty list. */
export function oneOf(field: string, values: readonly string[]): string {
  return values.length === 0 ? `${field} = null && ${field} != null` : `(${values.map((value) => equals(field, value)).join(" || ")})`;
}

/** Those given, all to hold. */
export function all(...parts: (string | null | undefined | false)[]): string {
  return parts.filter((part): part is string => typeof part === "string" && part !== "").join(" && ");
}

// A filter may have 3500 characters, and a search names each field once.
const longestSearch = 200;

/** Every word of a search box must be in one of the fields. Empty for a blank search. */
export function search(fields: readonly string[], text: string): string {
  const words = text.trim().slice(0, longestSearch).split(/\s+/).filter(Boolean).slice(0, 8);
  return all(...words.map((word) => `(${fields.map((field) => contains(field, word)).join(" || ")})`));
}
