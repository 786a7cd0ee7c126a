/** Lists of sentences, which hold commas: they are edited with one on each line. */

/** One text with a line for each entry. */
export function toLines(texts: readonly string[]): string {
  return texts
    .map((text) => text.replaceAll(/\s*\n\s*/g, " ").trim())
    .filter(Boolean)
    .join("\n");
}

/** The entries of a text, each once; bullets that were pasted along go. */
export function fromLines(text: string): string[] {
  const lines = text.split("\n").map((line) => line.replace(/^\s*[-*•]\s+/, "").trim());
  return [...new Set(lines.filter(Boolean))];
}
