import { describe, expect, it } from "vitest";
import { readSse, type SseMessage } from "@/agent/sse";

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (let from = 0; from < bytes.length; from += size) {
        controller.enqueue(bytes.slice(from, from + size));
      }

      controller.close();
    },
  });
}

async function read(text: string, size = text.length * 4): Promise<SseMessage[]> {
  const messages: SseMessage[] = [];
  for await (const message of readSse(streamOf(new TextEncoder().encode(text), Math.max(1, size)))) {
    messages.push(message);
  }

  return messages;
}

describe("event stream", () => {
  const text = ': heartbeat\n\nid: 1\ndata: {"a":"Kệ Xanh 🌱"}\n\ndata: one\r\ndata: two\r\n\r\nid: 7\rdata:three\r\r';
  const messages = [
    { id: "1", data: '{"a":"Kệ Xanh 🌱"}' },
    { id: "1", data: "one\ntwo" },
    { id: "7", data: "three" },
  ];

  it.each([1, 2, 3, 5, 7, 1000])("reads the same in pieces of %i bytes", async (size) => {
    expect(await read(text, size)).toEqual(messages);
  });

  it("drops a message that was not closed by an empty line", async () => {
    expect(await read("data: whole\n\ndata: half\n")).toEqual([{ id: "", data: "whole" }]);
  });

  it("ignores fields that it does not know, and ids with a zero", async () => {
    expect(await read("event: x\nretry: 5\nid: a\0b\nnothing\ndata\n\n")).toEqual([{ id: "", data: "" }]);
  });

  it("ends the request when the reader stops early", async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode("data: 1\n\ndata: 2\n\n")),
      cancel: () => {
        cancelled = true;
      },
    });

    for await (const message of readSse(body)) {
      expect(message.data).toBe("1");
      break;
    }

    expect(cancelled).toBe(true);
  });
});
