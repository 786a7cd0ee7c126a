import { vi } from "vitest";
import type { CollectionName, Collections, Workspace } from "@/data/records";
import { userId, workspaceId } from "@/test/ids";
import { testUser, tokenUntil } from "@/test/session";

export { userId, workspaceId } from "@/test/ids";

export interface SeenRequest {
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  /** Of a JSON body, or the names and texts of a form. */
  body: Record<string, unknown>;
  headers: Headers;
}

type Answer = (request: SeenRequest, signal: AbortSignal | null) => Response | Promise<Response> | undefined;

const week = 7 * 24 * 60 * 60 * 1000;

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

/**
 * PocketBase and the agent as far as the pages use them, in place of `fetch`. Records live in `records`; of filters it understands the words of a
 * search (`~ "word"`) and comparisons with text (`field = "x"`) joined by && and ||, and it sorts by one field.
 */
export class FakeServer {
  readonly requests: SeenRequest[] = [];
  readonly records: Partial<Record<CollectionName | "workspaces", Record<string, unknown>[]>> = {};
  readonly #answers: Answer[] = [];
  #nextId = 1;

  constructor() {
    this.records.workspaces = [{ id: workspaceId, name: "Global Workspace", owner_id: userId, members: [userId], settings: null } satisfies Partial<Workspace>];
    this.on("GET", "/api/agent/health", () => json(200, { status: "ok" }));
    this.on("GET", "/api/agent/jobs", () => json(200, { items: [] }));
    this.on("POST", "/pb/api/collections/users/auth-refresh", () => json(200, { token: tokenUntil(Date.now() + week), record: testUser }));
    vi.stubGlobal("fetch", (input: RequestInfo | URL, init?: RequestInit) => this.#fetch(input, init));
  }

  /** Adds a record with what every record has. */
  add<Name extends CollectionName>(collection: Name, values: Partial<Collections[Name]>): Collections[Name] {
    const record = this.#complete(collection, { ...values, workspace_id: values["workspace_id"] ?? workspaceId });
    return record as Collections[Name];
  }

  /** Answers a path, before what the fake would say and before earlier answers. `undefined` leaves it to them. */
  on(method: string, path: string | RegExp, answer: Answer): void {
    this.#answers.unshift((request, signal) => {
      const fits = typeof path === "string" ? request.path === path : path.test(request.path);
      return fits && request.method === method ? answer(request, signal) : undefined;
    });
  }

  /** Refuses as PocketBase does. */
  refuse(method: string, path: string | RegExp, status: number, message = "Something went wrong.", fields: Record<string, string> = {}): void {
    const data = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, { code: "validation_invalid", message: text }]));
    this.on(method, path, () => json(status, { status, message, data }));
  }

  /** Streams events of the agent; `end` may keep the stream open. */
  stream(path: string | RegExp, events: readonly object[], options: { method?: string; keepOpen?: boolean } = {}): void {
    this.on(options.method ?? "POST", path, (_request, signal) => eventStream(events, { keepOpen: options.keepOpen ?? false, signal }));
  }

  seen(method: string, path: string | RegExp): SeenRequest[] {
    return this.requests.filter((request) => request.method === method && (typeof path === "string" ? request.path === path : path.test(request.path)));
  }

  async #fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const url = new URL(input instanceof Request ? input.url : String(input), "http://localhost");
    const request: SeenRequest = {
      method: init?.method ?? "GET",
      path: url.pathname,
      query: url.searchParams,
      body: readBody(init?.body),
      headers: new Headers(init?.headers),
    };
    this.requests.push(request);
    for (const answer of this.#answers) {
      const response = await answer(request, init?.signal ?? null);
      if (response) {
        return response;
      }
    }

    return this.#pocketbase(request);
  }

  #pocketbase(request: SeenRequest): Response {
    const [, collection, , id] = /^\/pb\/api\/collections\/([^/]+)\/records(\/([^/]+))?$/.exec(request.path) ?? [];
    if (!collection) {
      return json(404, { status: 404, message: `The fake server has no ${request.method} ${request.path}.`, data: {} });
    }

    const all = this.#of(collection);
    const found = all.find((record) => record["id"] === id);
    if (id !== undefined && !found) {
      return json(404, { status: 404, message: "The requested resource wasn't found.", data: {} });
    }

    switch (request.method) {
      case "GET":
        return found ? json(200, found) : json(200, page(all, request.query));
      case "POST":
        return json(200, this.#complete(collection, request.body));
      case "PATCH":
        return json(200, Object.assign(found ?? {}, request.body));
      default:
        all.splice(all.indexOf(found ?? {}), 1);
        return new Response(null, { status: 204 });
    }
  }

  #of(collection: string): Record<string, unknown>[] {
    return (this.records[collection as CollectionName] ??= []);
  }

  #complete(collection: string, values: Record<string, unknown>): Record<string, unknown> {
    const number = this.#nextId++;
    const stamp = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString().replace("T", " ");
    const blank = Object.entries(this.#of(collection)[0] ?? {}).map(([field, value]) => [field, empty(value)] as const);
    const record = { ...Object.fromEntries(blank), id: `record${String(number).padStart(9, "0")}`, collectionName: collection, collectionId: collection, created: stamp, updated: stamp, ...stored(values) };
    this.#of(collection).push(record);
    return record;
  }
}

/** A stream of server-sent events; objects with `id` get an id line. */
export function eventStream(events: readonly object[], { keepOpen = false, signal = null as AbortSignal | null } = {}): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const event of events) {
        const { id, ...data } = event as { id?: unknown };
        controller.enqueue(encoder.encode(`${id === undefined ? "" : `id: ${String(id)}\n`}data: ${JSON.stringify(data)}\n\n`));
      }

      if (!keepOpen) {
        controller.close();
      }

      signal?.addEventListener("abort", () => {
        if (keepOpen) {
          controller.error(new DOMException("aborted", "AbortError"));
        }
      });
    },
  });
  return new Response(body, { status: 200, headers: { "Content-Type": "text/event-stream" } });
}

// PocketBase answers every field of a record; the fake one knows those of the first.
function empty(value: unknown): unknown {
  switch (typeof value) {
    case "string":
      return "";
    case "number":
      return 0;
    case "boolean":
      return false;
    default:
      return Array.isArray(value) ? [] : null;
  }
}

// A file is stored, and told of, by its name.
function stored(values: Record<string, unknown>): Record<string, unknown> {
  const name = (value: unknown): unknown => (value instanceof File ? value.name : Array.isArray(value) ? value.map(name) : value);
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, name(value)]));
}

function readBody(body: BodyInit | null | undefined): Record<string, unknown> {
  if (body instanceof FormData) {
    return Object.fromEntries([...new Set(body.keys())].map((name) => [name, body.getAll(name).length > 1 ? body.getAll(name) : body.get(name)]));
  }

  return typeof body === "string" && body !== "" ? (JSON.parse(body) as Record<string, unknown>) : {};
}

function page(all: readonly Record<string, unknown>[], query: URLSearchParams): object {
  const number = Number(query.get("page") ?? 1);
  const perPage = Number(query.get("perPage") ?? 30);
  const items = sorted(
    all.filter((record) => fits(record, query.get("filter") ?? "")),
    query.get("sort") ?? "",
  );
  const shown = items.slice((number - 1) * perPage, number * perPage);
  return { items: shown, page: number, perPage, totalItems: items.length, totalPages: Math.ceil(items.length / perPage) };
}

// Enough for the filters that @/data/filter writes: conditions outside of parentheses are joined by &&, those inside of one pair by ||.
function fits(record: Record<string, unknown>, filter: string): boolean {
  const condition = /([\w.]+)\s*(!=|>=|[=~<])\s*"((?:[^"\\]|\\.)*)"/g;
  const holds = (text: string) =>
    [...text.matchAll(condition)].map(([, field = "", operator = "", value = ""]) => {
      const actual = record[field];
      const texts = (Array.isArray(actual) ? actual : [actual ?? ""]).map(String);
      const wanted = value.replaceAll('\\"', '"');
      switch (operator) {
        case "~":
          return texts.some((one) => one.toLowerCase().includes(wanted.toLowerCase()));
        case "!=":
          return !texts.includes(wanted);
        case ">=":
          return texts.every((one) => one >= wanted);
        case "<":
          return texts.every((one) => one < wanted);
        default:
          return texts.includes(wanted);
      }
    });
  const groups = [...filter.matchAll(/\(([^()]*\|\|[^()]*)\)/g)].map(([, inside = ""]) => inside);
  const rest = groups.reduce((text, group) => text.replace(`(${group})`, ""), filter);
  return groups.every((group) => holds(group).some(Boolean)) && holds(rest).every(Boolean);
}

function sorted(items: Record<string, unknown>[], sort: string): Record<string, unknown>[] {
  const first = sort.split(",")[0] ?? "";
  const field = first.replace(/^-/, "");
  if (field === "") {
    return items;
  }

  const direction = first.startsWith("-") ? -1 : 1;
  return items.toSorted((left, right) => direction * String(left[field] ?? "").localeCompare(String(right[field] ?? ""), "en", { numeric: true }));
}
