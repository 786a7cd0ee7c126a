/** Reading JSON fields, whose form nothing guarantees. */

/** The texts in a value: of an array, of an object's values, or the text itself. Everything else is left out. */
export function toTexts(value: unknown): string[] {
  if (typeof value === "string") {
    return value.trim() === "" ? [] : [value.trim()];
  }

  if (typeof value !== "object" || value === null) {
    return [];
  }

  return Object.values(value).flatMap(toTexts);
}

/** The text of a value: a list is joined by commas, nothing is "". */
export function toText(value: unknown): string {
  return typeof value === "number" ? String(value) : toTexts(value).join(", ");
}

/** An object, or an empty one. */
export function toObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
