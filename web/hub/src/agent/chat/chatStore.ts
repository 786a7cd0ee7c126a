import { streamAgent } from "@/agent/client";
import { type ChatMessage, type ChatThread, emptyAnswer, reduceAnswer, userMessage } from "@/agent/chat/thread";
import { readStored, writeStored } from "@/app/storage";
import { uuid } from "@/app/uuid";
import { toFailure } from "@/data/errors";

interface ChatState {
  threads: readonly ChatThread[];
  currentId: string;
}

// What a device keeps: about 1 MB of the 5 MB that browsers grant.
const mostThreads = 20;
const mostMessages = 100;

// The bridge's tools that change records.
const writers: readonly string[] = ["create_record", "update_record", "delete_record"];

/** The conversations of one user on this device. Answers arrive here, so a closed panel misses nothing. */
export class ChatStore {
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  readonly #running = new Map<string, AbortController>();
  readonly #onWritten: () => void;
  #state: ChatState;

  /** `onWritten` is called each time the agent has changed a record, or tried to. */
  constructor(userId: string, onWritten: () => void = () => undefined) {
    this.#onWritten = onWritten;
    this.#key = `tmcp_chat_${userId}`;
    const threads = parseThreads(readStored(this.#key));
    this.#state = { threads, currentId: threads[0]?.id ?? uuid() };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly get = (): ChatState => this.#state;

  open(threadId: string): void {
    this.#set({ ...this.#state, currentId: threadId });
  }

  /** A new conversation; it is kept when something was said. */
  begin(): void {
    this.open(uuid());
  }

  remove(threadId: string): void {
    this.#running.get(threadId)?.abort();
    const threads = this.#state.threads.filter((thread) => thread.id !== threadId);
    this.#set({ threads, currentId: threadId === this.#state.currentId ? (threads[0]?.id ?? uuid()) : this.#state.currentId });
    this.#save();
  }

  stop(threadId: string): void {
    this.#running.get(threadId)?.abort();
  }

  stopAll(): void {
    this.#running.forEach((abort) => abort.abort());
  }

  /** Says something in the current conversation and takes the answer in. Returns when that is complete. */
  async say(text: string): Promise<void> {
    const threadId = this.#state.currentId;
    if (this.#running.has(threadId) || text.trim() === "") {
      return;
    }

    const abort = new AbortController();
    this.#running.set(threadId, abort);
    this.#add(threadId, userMessage(text.trim()), emptyAnswer);
    try {
      for await (const { event } of streamAgent({ path: "/chat", body: { message: text.trim(), thread_id: threadId }, signal: abort.signal })) {
        this.#answer(threadId, (answer) => reduceAnswer(answer, event));
        if (event.type === "tool_end" && writers.includes(event.tool)) {
          this.#onWritten();
        }
      }

      this.#answer(threadId, (answer) => (answer.state === "streaming" ? { ...answer, state: "failed", status: "", error: "interrupted" } : answer));
    } catch (error) {
      const failure = toFailure(error);
      this.#answer(threadId, (answer) =>
        abort.signal.aborted ? { ...answer, state: "stopped", status: "" } : { ...answer, state: "failed", status: "", error: failure.message || failure.kind },
      );
    } finally {
      this.#running.delete(threadId);
      this.#save();
    }
  }

  #add(threadId: string, ...messages: ChatMessage[]): void {
    const thread = this.#state.threads.find(({ id }) => id === threadId) ?? { id: threadId, messages: [] };
    const others = this.#state.threads.filter(({ id }) => id !== threadId);
    // The conversation that was used last comes first, and the one that was not used for longest goes.
    const threads = [{ ...thread, messages: [...thread.messages, ...messages].slice(-mostMessages) }, ...others].slice(0, mostThreads);
    this.#set({ ...this.#state, threads });
    this.#save();
  }

  #answer(threadId: string, change: (answer: ChatMessage) => ChatMessage): void {
    const threads = this.#state.threads.map((thread) => {
      const last = thread.messages.at(-1);
      return thread.id === threadId && last?.author === "agent" ? { ...thread, messages: [...thread.messages.slice(0, -1), change(last)] } : thread;
    });
    this.#set({ ...this.#state, threads });
  }

  #set(state: ChatState): void {
    this.#state = state;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }

  #save(): void {
    writeStored(this.#key, JSON.stringify(this.#state.threads));
  }
}

/** What is stored, made safe: another version of the hub, or the user, may have written it. */
function parseThreads(stored: string | null): ChatThread[] {
  try {
    const threads: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(threads) ? threads.filter(isThread).map((thread) => ({ ...thread, messages: thread.messages.map(settled) })) : [];
  } catch {
    return [];
  }
}

function isThread(value: unknown): value is ChatThread {
  const thread = value as Partial<ChatThread> | null;
  return typeof thread?.id === "string" && Array.isArray(thread.messages) && thread.messages.every((message) => typeof message.text === "string" && Array.isArray(message.tools));
}

// An answer that was coming in when the page was left never ends.
function settled(message: ChatMessage): ChatMessage {
  return message.state === "streaming" ? { ...message, state: "stopped", status: "" } : message;
}
