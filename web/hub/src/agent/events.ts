/** What the agent says in a stream. Fields of `done` depend on the generator. */
export type AgentEvent =
  | { type: "status"; status: string; agent?: string; step?: string }
  | { type: "chunk"; content: string }
  | { type: "tool_start"; tool: string; input: unknown }
  | { type: "tool_end"; tool: string; output: string }
  | { type: "warning"; message: string; field?: string }
  | { type: "job"; jobId: string; kind: JobKind; durable: boolean }
  | { type: "done"; payload: Record<string, unknown> }
  | { type: "error"; error: string; step?: string };

export type JobKind = "batch-posts" | "content-briefs";

/** Reads the data of one event; null for bad JSON and for what this version does not know. */
export function parseAgentEvent(data: string): AgentEvent | null {
  const fields = parseObject(data);
  if (!fields) {
    return null;
  }

  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : "");
  const optional = <Name extends string>(name: Name) => (typeof fields[name] === "string" && fields[name] !== "" ? { [name]: fields[name] } : {}) as Partial<Record<Name, string>>;
  switch (fields["type"]) {
    case "status":
      return { type: "status", status: text("status"), ...optional("agent"), ...optional("step") };
    case "chunk":
      return { type: "chunk", content: text("content") };
    case "tool_start":
      return { type: "tool_start", tool: text("tool"), input: fields["input"] };
    case "tool_end":
      return { type: "tool_end", tool: text("tool"), output: typeof fields["output"] === "string" ? fields["output"] : JSON.stringify(fields["output"] ?? "") };
    case "warning":
      return { type: "warning", message: text("message"), ...optional("field") };
    case "job":
      return isJobKind(fields["kind"]) && text("jobId") !== "" ? { type: "job", jobId: text("jobId"), kind: fields["kind"], durable: fields["durable"] === true } : null;
    case "done":
      return { type: "done", payload: Object.fromEntries(Object.entries(fields).filter(([name]) => name !== "type")) };
    case "error":
      return { type: "error", error: text("error"), ...optional("step") };
    default:
      return null;
  }
}

export function isJobKind(value: unknown): value is JobKind {
  return value === "batch-posts" || value === "content-briefs";
}

function parseObject(data: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
