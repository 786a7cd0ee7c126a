import { callAgent, type StreamRequest, streamAgent } from "@/agent/client";
import { type Generation, isOver, reduceGeneration, started } from "@/agent/generation";
import { uuid } from "@/app/uuid";
import { type Failure, toFailure } from "@/data/errors";

/** What to ask the agent for. */
export interface GenerationRequest {
  /** For example `/generate-worksheet`. */
  path: string;
  body: Record<string, unknown>;
  /** A long job: it goes on at the server when the connection ends, and is resumed. */
  isJob?: boolean;
}

interface Run {
  generation: Generation;
  request: GenerationRequest | null;
  abort: AbortController;
  /** What the user has made of the result; undefined until touched. */
  draft: unknown;
}

// Waits between attempts to reach a job again, in milliseconds; the last one repeats.
const waits = [500, 1000, 2000, 5000, 10_000];
// After this many attempts in a row the user is asked: about two minutes.
const attempts = 15;

// Tokens come by the hundred in a second, and each would draw the whole text again: 20 times a second is enough for readers.
const chunkPause = 50;

/**
 * The runs of all generators, by a key of the page's choice such as `worksheet:new`. They belong to the application, not to a dialog: one that is
 * closed and opened again shows the same run.
 */
export class GenerationStore {
  readonly #runs = new Map<string, Run>();
  readonly #listeners = new Set<() => void>();
  #telling: ReturnType<typeof setTimeout> | undefined;
  readonly #sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;

  constructor(sleep = defaultSleep) {
    this.#sleep = sleep;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  find(key: string): Generation | null {
    return this.#runs.get(key)?.generation ?? null;
  }

  /** What the run under a key was asked for: a dialog that is opened again goes on from there. */
  requestOf(key: string): GenerationRequest | null {
    return this.#runs.get(key)?.request ?? null;
  }

  draftOf(key: string): unknown {
    return this.#runs.get(key)?.draft;
  }

  setDraft(key: string, draft: unknown): void {
    const run = this.#runs.get(key);
    if (run) {
      this.#runs.set(key, { ...run, draft });
      this.#tell();
    }
  }

  /** Starts a run; one that goes on under the key is stopped. Returns when it is over. */
  async start(key: string, request: GenerationRequest): Promise<void> {
    this.#runs.get(key)?.abort.abort();
    const run = this.#put(key, request, started);
    // The same header makes the server return the running job instead of a second one when the answer was lost on the way.
    const headers = request.isJob ? { "Idempotency-Key": uuid() } : undefined;
    await this.#follow(key, run, { path: request.path, body: request.body, ...(headers && { headers }), signal: run.abort.signal });
  }

  /** Goes on with a job of the server, after a reload for example. Nothing happens when the key already follows it. */
  async resume(key: string, jobId: string): Promise<void> {
    const known = this.#runs.get(key);
    if (known?.generation.jobId === jobId) {
      return;
    }

    known?.abort.abort();
    const run = this.#put(key, null, { ...started, jobId, state: "reconnecting" });
    await this.#follow(key, run, null);
  }

  /** Runs the last request again. */
  async retry(key: string): Promise<void> {
    const request = this.#runs.get(key)?.request;
    if (request) {
      await this.start(key, request);
    }
  }

  /** Stops a run; a job also at the server, whose last event then says so. */
  async cancel(key: string): Promise<void> {
    const run = this.#runs.get(key);
    if (!run || isOver(run.generation)) {
      return;
    }

    const { jobId } = run.generation;
    if (jobId === "") {
      run.abort.abort();
      this.#change(key, run, (generation) => ({ ...generation, state: "cancelled" }));
      return;
    }

    try {
      await callAgent(`/jobs/${encodeURIComponent(jobId)}/cancel`, { method: "POST" });
    } catch (error) {
      const failure = toFailure(error);
      this.#change(key, run, (generation) => reduceGeneration(generation, { type: "warning", message: failure.message }));
    }
  }

  /** Forgets a run; a job goes on at the server. */
  dismiss(key: string): void {
    this.#runs.get(key)?.abort.abort();
    this.#runs.delete(key);
    this.#tell();
  }

  /** Forgets everything, for the next user. */
  clear(): void {
    this.#runs.forEach((run) => run.abort.abort());
    this.#runs.clear();
    this.#tell();
  }

  async #follow(key: string, run: Run, first: StreamRequest | null): Promise<void> {
    let next = first;
    for (let failures = 0; ; ) {
      const before = this.#generationOf(key, run)?.lastEventId;
      const failure = await this.#read(key, run, next ?? this.#resumption(key, run));
      const generation = this.#generationOf(key, run);
      if (!generation || isOver(generation)) {
        return;
      }

      if (generation.lastEventId !== before) {
        failures = 0;
      }

      const canResume = generation.jobId !== "" || (run.request?.isJob === true && failure?.kind === "offline");
      if (!canResume || (failure && failure.kind !== "offline" && failure.kind !== "server" && failure.kind !== "busy") || failures >= attempts) {
        const message = failure?.message ?? "";
        this.#change(key, run, (last) => ({ ...last, state: "failed", error: { message, step: failure ? failure.kind : "interrupted" } }));
        return;
      }

      this.#change(key, run, (last) => ({ ...last, state: "reconnecting" }));
      await this.#sleep(waits[Math.min(failures++, waits.length - 1)] ?? 0, run.abort.signal);
      next = generation.jobId === "" ? first : null;
    }
  }

  async #read(key: string, run: Run, request: StreamRequest): Promise<Failure | null> {
    try {
      for await (const { id, event } of streamAgent(request)) {
        this.#change(key, run, (generation) => ({ ...reduceGeneration(generation, event), ...(id !== "" && { lastEventId: id }) }), event.type === "chunk");
      }

      return null;
    } catch (error) {
      return run.abort.signal.aborted ? null : toFailure(error);
    }
  }

  #resumption(key: string, run: Run): StreamRequest {
    const { jobId = "", lastEventId = "" } = this.#generationOf(key, run) ?? {};
    return {
      path: `/jobs/${encodeURIComponent(jobId)}/events`,
      ...(lastEventId !== "" && { headers: { "Last-Event-ID": lastEventId } }),
      signal: run.abort.signal,
    };
  }

  // Null when another run has taken the key.
  #generationOf(key: string, run: Run): Generation | null {
    const now = this.#runs.get(key);
    return now?.abort === run.abort ? now.generation : null;
  }

  #put(key: string, request: GenerationRequest | null, generation: Generation): Run {
    const run: Run = { generation, request, abort: new AbortController(), draft: undefined };
    this.#runs.set(key, run);
    this.#tell();
    return run;
  }

  #change(key: string, run: Run, change: (generation: Generation) => Generation, mayWait = false): void {
    const now = this.#runs.get(key);
    if (now?.abort === run.abort && !isOver(now.generation)) {
      this.#runs.set(key, { ...now, generation: change(now.generation) });
      if (mayWait) {
        this.#telling ??= setTimeout(() => this.#tell(), chunkPause);
      } else {
        this.#tell();
      }
    }
  }

  #tell(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}

/** The application's runs. */
export const generations = new GenerationStore();

function defaultSleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
