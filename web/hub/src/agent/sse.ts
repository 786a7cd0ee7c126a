/** One message of a server-sent event stream. */
export interface SseMessage {
  /** Of this message or the last one that had one; empty when there was none. */
  id: string;
  data: string;
}

/**
 * Reads a stream as the specification says (https://html.spec.whatwg.org/multipage/server-sent-events.html): lines may end in CR, LF or both,
 * comments are heartbeats, several data lines are one text, and a message that is not closed by an empty line is dropped.
 */
export async function* readSse(body: ReadableStream<Uint8Array>): AsyncGenerator<SseMessage> {
  // A character of several bytes may come in two pieces: the decoder keeps the first.
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  let id = "";
  let data: string[] = [];
  try {
    for (;;) {
      const { value, done } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split(done ? /\r\n|\n|\r/ : /\r\n|\n|\r(?!$)/);
      // A CR at the very end may be half of a CR LF, so it stays for the next piece.
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line === "") {
          if (data.length > 0) {
            yield { id, data: data.join("\n") };
          }

          data = [];
        } else {
          const [name, text] = splitField(line);
          if (name === "data") {
            data.push(text);
          } else if (name === "id" && !text.includes("\0")) {
            id = text;
          }
        }
      }

      if (done) {
        return;
      }
    }
  } finally {
    // Whoever stops reading ends the request, too.
    await reader.cancel().catch(() => undefined);
  }
}

function splitField(line: string): [string, string] {
  const colon = line.indexOf(":");
  if (colon < 0) {
    return [line, ""];
  }

  const text = line.slice(colon + 1);
  return [line.slice(0, colon), text.startsWith(" ") ? text.slice(1) : text];
}
