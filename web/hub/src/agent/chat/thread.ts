import type { AgentEvent } from "@/agent/events";
import { cut } from "@/agent/generation";

export interface ToolCall {
  tool: string;
  input: string;
  /** Null while it runs; at most 300 characters of the answer. */
  output: string | null;
}

export interface ChatMessage {
  author: "user" | "agent";
  text: string;
  tools: readonly ToolCall[];
  state: "streaming" | "done" | "stopped" | "failed";
  /** Who is at work, while it streams. */
  status: string;
  error: string;
}

export interface ChatThread {
  /** Sent as `thread_id`: the agent remembers the conversation by it. */
  id: string;
  messages: readonly ChatMessage[];
}

export function userMessage(text: string): ChatMessage {
  return { author: "user", text, tools: [], state: "done", status: "", error: "" };
}

export const emptyAnswer: ChatMessage = { author: "agent", text: "", tools: [], state: "streaming", status: "", error: "" };

/** An answer after one more event. */
export function reduceAnswer(answer: ChatMessage, event: AgentEvent): ChatMessage {
  switch (event.type) {
    case "chunk":
      return { ...answer, text: answer.text + event.content };
    case "status":
      return { ...answer, status: event.agent ?? event.step ?? event.status };
    case "tool_start":
      return { ...answer, tools: [...answer.tools, { tool: event.tool, input: cut(asText(event.input)), output: null }] };
    case "tool_end":
      return { ...answer, tools: endTool(answer.tools, event.tool, cut(event.output)) };
    case "done":
      return { ...answer, state: "done", status: "" };
    case "error":
      return { ...answer, state: "failed", status: "", error: event.error };
    case "warning":
    case "job":
      return answer;
  }
}

/** The beginning of the first question. */
export function titleOf(thread: ChatThread): string {
  return cut(thread.messages[0]?.text ?? "", 40);
}

function asText(input: unknown): string {
  return typeof input === "string" ? input : JSON.stringify(input ?? "");
}

// Calls of the same tool end in the order they began.
function endTool(tools: readonly ToolCall[], tool: string, output: string): readonly ToolCall[] {
  const index = tools.findIndex((call) => call.tool === tool && call.output === null);
  return index < 0 ? [...tools, { tool, input: "", output }] : tools.with(index, { ...(tools[index] as ToolCall), output });
}
