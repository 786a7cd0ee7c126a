import { flush } from "../telemetry/provider.ts";

// Less than the 6 s after which the local orchestrator, and the 30 s after which Kubernetes, ends a process.
const limit = 4_000;

let running = 0;
let stop: (() => void) | null = null;

const end = async (): Promise<void> => {
  await flush().catch((failure: unknown) => console.warn(`The last traces were not sent: ${String(failure)}. See whether the collector runs.`));
  process.exit(0);
};

/** Counts a request, so that a stop waits for its answer. */
export const counted = async (answer: () => Promise<Response>): Promise<Response> => {
  running++;
  try {
    return await answer();
  } finally {
    running--;
    if (running === 0) {
      stop?.();
    }
  }
};

const drain = (): void => {
  stop = () => setImmediate(() => void end());
  setTimeout(() => void end(), limit).unref();
  if (running === 0) {
    stop();
  }
};

/** Ends the process in good order. As the first process of a container, Node would not even end. */
export const endOnSignals = (): void => {
  process.once("SIGTERM", drain);
  process.once("SIGINT", drain);
};
