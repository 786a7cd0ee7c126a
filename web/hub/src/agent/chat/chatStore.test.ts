import { describe, expect, it } from "vitest";
import { ChatStore } from "@/agent/chat/chatStore";
import { FakeServer } from "@/test/FakeServer";

describe("chat store", () => {
  it.each(["{", "5", '[{"id":1}]', '[{"id":"a","messages":[{"text":5,"tools":[]}]}]', '[null]'])("starts afresh from %s", (stored) => {
    localStorage.setItem("tmcp_chat_u", stored);

    expect(new ChatStore("u").get().threads).toEqual([]);
  });

  it("takes an answer that was coming in when the page was left for stopped", () => {
    const message = { author: "agent", text: "Half", tools: [], state: "streaming", status: "x", error: "" };
    localStorage.setItem("tmcp_chat_u", JSON.stringify([{ id: "t", messages: [message] }]));

    expect(new ChatStore("u").get().threads[0]?.messages[0]).toMatchObject({ text: "Half", state: "stopped" });
  });

  it("keeps 20 conversations and 100 messages of each", async () => {
    const server = new FakeServer();
    server.stream("/api/agent/chat", [{ type: "done" }]);
    const store = new ChatStore("u");
    for (let thread = 0; thread < 22; thread++) {
      await store.say(`Question ${String(thread)}`);
      store.begin();
    }

    expect(store.get().threads).toHaveLength(20);
    store.open(store.get().threads[0]?.id ?? "");
    for (let message = 0; message < 51; message++) {
      await store.say("Again");
    }

    expect(store.get().threads[0]?.messages).toHaveLength(100);
  });

  it("shows nothing of one user to another", async () => {
    const server = new FakeServer();
    server.stream("/api/agent/chat", [{ type: "done" }]);
    await new ChatStore("u").say("Secret");

    expect(new ChatStore("v").get().threads).toEqual([]);
    expect(new ChatStore("u").get().threads).toHaveLength(1);
  });

  it("says that an answer broke off", async () => {
    const server = new FakeServer();
    server.stream("/api/agent/chat", [{ type: "chunk", content: "a" }]);
    const store = new ChatStore("u");

    await store.say("Hello");

    expect(store.get().threads[0]?.messages.at(-1)).toMatchObject({ state: "failed", error: "interrupted", text: "a" });
  });
});
