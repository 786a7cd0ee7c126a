/**
 * Of the values of a form now, those that differ from the values it started with. Only they are sent: what nobody touched keeps its form, and
 * what somebody else has changed meanwhile stays.
 */
export function changes(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
}

/** An object without its empty texts and lists. */
export function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !(value === "" || value === undefined || (Array.isArray(value) && value.length === 0))));
}
