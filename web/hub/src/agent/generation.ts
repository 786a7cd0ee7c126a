import type { AgentEvent } from "@/agent/events";

export type GenerationState = "running" | "reconnecting" | "done" | "failed" | "cancelled";

/** A line of the activity log. Its kind chooses the words, which are the page's language's. */
export interface LogEntry {
  kind: "status" | "tool_start" | "tool_end" | "warning";
  /** Who: an agent or a tool. */
  actor: string;
  text: string;
}

/** One run of a generator, as far as it has come. */
export interface Generation {
  state: GenerationState;
  log: readonly LogEntry[];
  /** Chunks so far. */
  text: string;
  /** Payload of `done`. */
  result: Record<string, unknown> | null;
  error: { message: string; step: string } | null;
  /** Of a long job, once known. */
  jobId: string;
  /** Whether the job outlives a restart of the agent. */
  durable: boolean;
  /** Last id of the stream, to go on from. */
  lastEventId: string;
}

export const started: Generation = { state: "running", log: [], text: "", result: null, error: null, jobId: "", durable: false, lastEventId: "" };

// A batch of ten masters for eight platforms says about 400 things; the oldest lines go first.
const longestLog = 500;

/** The next state. Without side effects, so that it can be tested line by line. */
export function reduceGeneration(generation: Generation, event: AgentEvent): Generation {
  switch (event.type) {
    case "status":
      // Briefs tell of a stage that failed by a status of this name.
      return withLine(generation, { kind: event.status === "warning" ? "warning" : "status", actor: event.agent ?? "", text: event.step ?? event.status });
    case "chunk":
      return { ...generation, state: "running", text: generation.text + event.content };
    case "tool_start":
      return withLine(generation, { kind: "tool_start", actor: event.tool, text: shown(event.input) });
    case "tool_end":
      return withLine(generation, { kind: "tool_end", actor: event.tool, text: cut(event.output) });
    case "warning":
      return withLine(generation, { kind: "warning", actor: event.field ?? "", text: event.message });
    case "job":
      return { ...generation, state: "running", jobId: event.jobId, durable: event.durable };
    case "done":
      return { ...generation, state: "done", result: event.payload, error: null };
    case "error":
      return event.error === "cancelled"
        ? { ...generation, state: "cancelled" }
        : { ...generation, state: "failed", error: { message: event.error, step: event.step ?? "" } };
  }
}

export function isOver({ state }: Generation): boolean {
  return state === "done" || state === "failed" || state === "cancelled";
}

/** What a log shows of a tool's answer: 300 characters. */
export function cut(text: string, length = 300): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}

function shown(input: unknown): string {
  return input === undefined || input === null ? "" : cut(typeof input === "string" ? input : JSON.stringify(input));
}

function withLine(generation: Generation, entry: LogEntry): Generation {
  const last = generation.log.at(-1);
  const repeats = last?.kind === entry.kind && last.actor === entry.actor && last.text === entry.text;
  return { ...generation, state: "running", log: repeats ? generation.log : [...generation.log.slice(1 - longestLog), entry] };
}
