import { lazy } from "react";

// Milliseconds. A change of network breaks off what is loading and has passed a moment later; a file that an update has removed stays away,
// and that should be said soon.
const pauses = [100, 400, 1000];

/** `lazy`, whose script is asked for again when it did not arrive. */
export const lazyScript: typeof lazy = (load) => lazy(() => loadScript(load));

/** Imports a script, and again when it or one that it needs did not arrive: browsers ask anew for those only. */
export async function loadScript<T>(load: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await load();
    } catch (error) {
      if (!isMissingScript(error)) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return load();
}

/** Whether a script could not be fetched, as opposed to having failed. Each browser has its own words for it. */
export function isMissingScript(error: unknown): boolean {
  return error instanceof TypeError && /import|module/i.test(error.message);
}
