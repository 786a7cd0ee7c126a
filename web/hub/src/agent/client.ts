import { type AgentEvent, parseAgentEvent } from "@/agent/events";
import { readSse } from "@/agent/sse";
import { Failure, kindOf, toFailure } from "@/data/errors";
import { pocketbase } from "@/data/pocketbase";

/** Where the agent is, from any page: relative, so the same build serves under every host. */
export const agentAddress = "/api/agent";

export interface StreamRequest {
  path: string;
  /** Sent as JSON by POST; absent for GET. */
  body?: unknown;
  headers?: Record<string, string>;
  signal: AbortSignal;
}

export interface ReceivedEvent {
  /** Of the server; empty for streams that cannot be resumed. */
  id: string;
  event: AgentEvent;
}

/**
 * Calls the agent and yields what it says. A refusal throws a `Failure` before the first event; what cannot be read is skipped.
 * A stream that ends without `done` or `error` just ends: the caller knows whether that is the end.
 */
export async function* streamAgent({ path, body, headers, signal }: StreamRequest): AsyncGenerator<ReceivedEvent> {
  const response = await send(path, { body, headers: { Accept: "text/event-stream", ...headers }, signal });
  if (!response.body) {
    return;
  }

  try {
    for await (const { id, data } of readSse(response.body)) {
      const event = parseAgentEvent(data);
      if (event) {
        yield { id, event };
      }
    }
  } catch (error) {
    throw signal.aborted ? error : new Failure("offline", toFailure(error).message);
  }
}

/** Calls the agent and returns its JSON. */
export async function callAgent(path: string, options: { body?: unknown; method?: string; signal?: AbortSignal } = {}): Promise<unknown> {
  const response = await send(path, options);
  const text = await response.text();
  return text === "" ? null : (JSON.parse(text) as unknown);
}

async function send(path: string, { body, headers, signal, method }: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal; method?: string }): Promise<Response> {
  const token = pocketbase.authStore.token;
  let response: Response;
  try {
    response = await fetch(agentAddress + path, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    throw signal?.aborted ? error : toFailure(error);
  }

  if (!response.ok) {
    const failure = await refusal(response);
    if (failure.kind === "signedOut") {
      pocketbase.authStore.clear();
    }

    throw failure;
  }

  return response;
}

// Problem details `{title, detail}`, or of a bad body `{detail: [{loc: ["body", "workspaceId"], msg}]}`.
async function refusal(response: Response): Promise<Failure> {
  const fallback = `${String(response.status)} ${response.statusText}`.trim();
  let problem: unknown;
  try {
    problem = await response.json();
  } catch {
    return new Failure(kindOf(response.status), fallback, response.status);
  }

  const { detail, title } = (problem ?? {}) as { detail?: unknown; title?: unknown };
  if (Array.isArray(detail)) {
    const remarks = detail as { loc?: unknown[]; msg?: unknown }[];
    const fields = Object.fromEntries(remarks.map(({ loc, msg }) => [String(loc?.at(-1) ?? ""), String(msg ?? "")]));
    return new Failure("invalid", Object.entries(fields).map(([name, remark]) => `${name}: ${remark}`).join("; "), response.status, fields);
  }

  const message = [detail, title].find((text): text is string => typeof text === "string" && text !== "");
  return new Failure(kindOf(response.status), message ?? fallback, response.status);
}
