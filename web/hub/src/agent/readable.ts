/**
 * A streamed answer as people read it. Structured answers come as JSON, piece by piece: `{"brandName":"Kiosk","slogan":"Open la` is shown as
 * `Brand name: Kiosk` and `Slogan: Open la`. Other text stays as it is.
 */
export function readable(text: string): string {
  if (!/^\s*(?:```(?:json)?\s*)?[{[]/.test(text)) {
    return text;
  }

  const lines: string[] = [];
  let afterKey = false;
  for (const match of text.matchAll(/"((?:[^"\\]|\\.)*)(?:"|\\?$)\s*(:)?/g)) {
    const [whole, raw = "", colon] = match;
    // At the end it may be a key whose colon has not come yet.
    const isValue = afterKey || match.index + whole.length < text.length;
    if (colon) {
      lines.push(`${labelOf(raw)}:`);
      afterKey = true;
    } else if (isValue) {
      const line = lines.pop();
      lines.push(line === undefined ? unescape(raw) : `${line}${afterKey ? " " : ", "}${unescape(raw)}`);
      afterKey = false;
    }
  }

  return lines.join("\n").trim();
}

/** `missionStatement` and `core_message` as words. */
function labelOf(key: string): string {
  const words = key.replaceAll("_", " ").replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function unescape(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    // An escape that has not arrived whole.
    return raw.replace(/\\(?:u[0-9a-fA-F]{0,3})?$/, "");
  }
}
