const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i;
const long = /^#[0-9a-f]{6}$/i;

/** A colour as a colour picker takes it, `#rrggbb`; null for what it cannot show, such as a name. */
export function toPicker(color: string): string | null {
  const text = color.trim();
  return long.test(text) ? text.toLowerCase() : short.test(text) ? text.replace(short, "#$1$1$2$2$3$3").toLowerCase() : null;
}
