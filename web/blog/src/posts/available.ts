import type { Copy } from "./copies.ts";

/** What a page shows: a copy, or `fallback` when there has never been one. The failure is logged here, once for each page asked for. */
export interface Available<T> {
  readonly value: T;
  /** Whether the source does not answer. */
  readonly isAway: boolean;
}

/** Awaits a copy; never rejects. */
export const available = async <T>(copy: Promise<Copy<T>>, fallback: T): Promise<Available<T>> => {
  try {
    const { value, isStale } = await copy;
    return { value, isAway: isStale };
  } catch (failure) {
    const cause = failure instanceof Error && failure.cause instanceof Error ? ` (${failure.cause.message})` : "";
    console.warn(`No articles could be loaded, and there is no copy: ${failure instanceof Error ? failure.message : String(failure)}${cause}. See whether PocketBase runs at PUBLIC_PB_URL.`);
    return { value: fallback, isAway: true };
  }
};
