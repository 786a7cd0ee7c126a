import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { generations } from "@/agent/generations";
import { pocketbase } from "@/data/pocketbase";
import { toastStore } from "@/ui/toasts";

// The first page of a file also waits for its module to be compiled; the default of 1 s is too short for that on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

// What jsdom lacks and the components ask for.
beforeAll(() => {
  // A file that asks for Node's environment has no page.
  if (typeof window === "undefined") {
    return;
  }

  Element.prototype.hasPointerCapture ??= () => false;
  Element.prototype.setPointerCapture ??= () => undefined;
  Element.prototype.releasePointerCapture ??= () => undefined;
  // It answers a promise in newer browsers; a component that took that for something else would break there only.
  Element.prototype.scrollIntoView ??= () => Promise.resolve();
  HTMLCanvasElement.prototype.getContext = () => null;
  window.scrollTo = () => undefined;
  window.matchMedia ??= (query) =>
    ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

afterEach(() => {
  if (typeof window === "undefined") {
    return;
  }

  cleanup();
  generations.clear();
  toastStore.get().forEach((toast) => toastStore.dismiss(toast.id));
  pocketbase.authStore.clear();
  localStorage.clear();
  sessionStorage.clear();
});
