import { useSyncExternalStore } from "react";
import type { Generation } from "@/agent/generation";
import { generations } from "@/agent/generations";

/** The run under a key as it is now; null when there is none. */
export function useGeneration(key: string): Generation | null {
  return useSyncExternalStore(generations.subscribe, () => generations.find(key));
}

/** What the user has made of a result; undefined until touched. */
export function useDraft(key: string): unknown {
  return useSyncExternalStore(generations.subscribe, () => generations.draftOf(key));
}
