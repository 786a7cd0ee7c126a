import { beforeEach, describe, expect, it, vi } from "vitest";
import { GenerationStore } from "@/agent/generations";
import { eventStream, FakeServer } from "@/test/FakeServer";
import { signInForTest } from "@/test/session";

let server: FakeServer;
let store: GenerationStore;
const worksheet = { path: "/generate-worksheet", body: { brandIds: ["b"] } };
const batch = { path: "/batch-generate-posts", body: { campaignId: "c" }, isJob: true };
const jobEvent = { id: 1, type: "job", jobId: "j1", kind: "batch-posts", durable: true };

beforeEach(() => {
  server = new FakeServer();
  signInForTest();
  store = new GenerationStore(() => Promise.resolve());
});

describe("store of generator runs", () => {
  it("sends the caller's token and tells its listeners of every step", async () => {
    server.stream("/api/agent/generate-worksheet", [{ type: "status", status: "thinking" }, { type: "chunk", content: "#" }, { type: "done", worksheet: "#" }]);
    const listener = vi.fn();
    store.subscribe(listener);

    await store.start("worksheet:new", worksheet);

    expect(store.find("worksheet:new")).toMatchObject({ state: "done", text: "#", result: { worksheet: "#" } });
    const [request] = server.seen("POST", "/api/agent/generate-worksheet");
    expect(request?.headers.get("Authorization")).toMatch(/^Bearer \S+$/);
    expect(request?.body).toEqual({ brandIds: ["b"] });
    // The start, the status and the end; a token waits for the next of them.
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it("tells of tokens a few times a second, not of each, and loses none", async () => {
    let calls = 0;
    server.stream("/api/agent/generate-worksheet", Array.from({ length: 500 }, () => ({ type: "chunk", content: "x" })), { keepOpen: true });
    store.subscribe(() => (calls += 1));

    void store.start("k", worksheet);

    await vi.waitFor(() => expect(store.find("k")?.text).toHaveLength(500));
    const before = calls;
    await vi.waitFor(() => expect(calls).toBeGreaterThan(1));
    expect(before).toBeLessThan(100);
    store.clear();
  });

  it("skips what it cannot read", async () => {
    server.on("POST", "/api/agent/generate-worksheet", () => new Response('data: {bad\n\ndata: {"type":"new"}\n\ndata: {"type":"done"}\n\n'));

    await store.start("k", worksheet);

    expect(store.find("k")?.state).toBe("done");
  });

  it("fails when the stream of a short generator ends early, and runs again on retry", async () => {
    server.stream("/api/agent/generate-worksheet", [{ type: "chunk", content: "half" }]);
    await store.start("k", worksheet);
    expect(store.find("k")).toMatchObject({ state: "failed", error: { step: "interrupted" } });

    server.stream("/api/agent/generate-worksheet", [{ type: "done", worksheet: "all" }]);
    await store.retry("k");

    expect(store.find("k")).toMatchObject({ state: "done", result: { worksheet: "all" }, text: "" });
  });

  it("says what the agent refused, field by field", async () => {
    server.on("POST", "/api/agent/generate-worksheet", () => Response.json({ detail: [{ type: "list_type", loc: ["body", "brandIds"], msg: "Input should be a valid list", input: 1 }] }, { status: 422 }));

    await store.start("k", worksheet);

    expect(store.find("k")).toMatchObject({ state: "failed", error: { message: "brandIds: Input should be a valid list", step: "invalid" } });
  });

  it("stops a short generator by ending its request", async () => {
    server.stream("/api/agent/generate-worksheet", [{ type: "chunk", content: "a" }], { keepOpen: true });
    const run = store.start("k", worksheet);
    await vi.waitFor(() => expect(store.find("k")?.text).toBe("a"));

    await store.cancel("k");
    await run;

    expect(store.find("k")?.state).toBe("cancelled");
  });

  it("goes on with a job where its stream broke", async () => {
    server.stream("/api/agent/batch-generate-posts", [jobEvent, { id: 2, type: "status", status: "active", step: "angles" }]);
    server.stream("/api/agent/jobs/j1/events", [{ id: 3, type: "done", mastersCount: 2 }], { method: "GET" });

    await store.start("k", batch);

    expect(store.find("k")).toMatchObject({ state: "done", result: { mastersCount: 2 }, lastEventId: "3", durable: true });
    expect(server.seen("GET", "/api/agent/jobs/j1/events")[0]?.headers.get("Last-Event-ID")).toBe("2");
    expect(server.seen("POST", "/api/agent/batch-generate-posts")).toHaveLength(1);
  });

  it("asks with the same key when no answer to the start of a job came back", async () => {
    let first = true;
    server.on("POST", "/api/agent/batch-generate-posts", () => {
      if (first) {
        first = false;
        throw new TypeError("Failed to fetch");
      }

      return eventStream([jobEvent, { id: 2, type: "done" }]);
    });

    await store.start("k", batch);

    expect(store.find("k")?.state).toBe("done");
    const ids = server.seen("POST", "/api/agent/batch-generate-posts").map((request) => request.headers.get("Idempotency-Key"));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("gives a job up after 15 attempts without progress", async () => {
    server.stream("/api/agent/batch-generate-posts", [jobEvent]);
    server.on("GET", "/api/agent/jobs/j1/events", () => new Response("", { status: 502 }));

    await store.start("k", batch);

    expect(store.find("k")).toMatchObject({ state: "failed", error: { step: "server" } });
    expect(server.seen("GET", "/api/agent/jobs/j1/events")).toHaveLength(15);
  });

  it("does not ask again for a job that is gone", async () => {
    server.stream("/api/agent/batch-generate-posts", [jobEvent]);
    server.on("GET", "/api/agent/jobs/j1/events", () => Response.json({ title: "No such job" }, { status: 404 }));

    await store.start("k", batch);

    expect(store.find("k")).toMatchObject({ state: "failed", error: { message: "No such job" } });
    expect(server.seen("GET", "/api/agent/jobs/j1/events")).toHaveLength(1);
  });

  it("resumes a job after a reload, once", async () => {
    server.stream("/api/agent/jobs/j1/events", [jobEvent, { id: 2, type: "done", mastersCount: 1 }], { method: "GET" });

    await Promise.all([store.resume("k", "j1"), store.resume("k", "j1")]);

    expect(store.find("k")?.result).toEqual({ mastersCount: 1 });
    expect(server.seen("GET", "/api/agent/jobs/j1/events")).toHaveLength(1);
    expect(server.seen("GET", "/api/agent/jobs/j1/events")[0]?.headers.has("Last-Event-ID")).toBe(false);
  });

  it("asks the server to cancel a job and waits for its last event", async () => {
    let end: (() => void) | undefined;
    server.on(
      "POST",
      "/api/agent/batch-generate-posts",
      () =>
        new Response(
          new ReadableStream({
            start(controller) {
              const send = (event: object) => controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`));
              send(jobEvent);
              end = () => {
                send({ type: "error", error: "cancelled", step: "cancelled" });
                controller.close();
              };
            },
          }),
        ),
    );
    server.on("POST", "/api/agent/jobs/j1/cancel", () => {
      end?.();
      return new Response(null, { status: 202 });
    });
    const run = store.start("k", batch);
    await vi.waitFor(() => expect(store.find("k")?.jobId).toBe("j1"));

    await store.cancel("k");
    await run;

    expect(store.find("k")?.state).toBe("cancelled");
  });

  it("forgets everything for the next user and ends its requests", async () => {
    server.stream("/api/agent/generate-worksheet", [{ type: "chunk", content: "a" }], { keepOpen: true });
    const run = store.start("k", worksheet);
    await vi.waitFor(() => expect(store.find("k")?.text).toBe("a"));

    store.clear();
    await run;

    expect(store.find("k")).toBeNull();
  });

  it("replaces a run by a new one of the same key", async () => {
    server.stream("/api/agent/generate-worksheet", [{ type: "chunk", content: "old" }], { keepOpen: true });
    const old = store.start("k", worksheet);
    await vi.waitFor(() => expect(store.find("k")?.text).toBe("old"));

    server.stream("/api/agent/generate-worksheet", [{ type: "done", worksheet: "new" }]);
    await store.start("k", worksheet);
    await old;

    expect(store.find("k")).toMatchObject({ state: "done", text: "" });
  });
});
