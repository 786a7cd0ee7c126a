import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { generations } from "@/agent/generations";
import { pocketbase } from "@/data/pocketbase";
import { toastStore } from "@/ui/toasts";

// The first page of a file also waits for its module to be compiled; the default of 1 s is too short for that on a busy machine.
configure({ asyncUtilTimeout: 8000 });

// What jsdom lacks and the components ask for.
beforeAll(() => {
  Element.prototype.hasPointerCapture ??= () => false;
  Element.prototype.setPointerCapture ??= () => undefined;
  Element.prototype.releasePointerCapture ??= () => undefined;
  Element.prototype.scrollIntoView ??= () => undefined;
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
  cleanup();
  generations.clear();
  toastStore.get().forEach((toast) => toastStore.dismiss(toast.id));
  pocketbase.authStore.clear();
  localStorage.clear();
  sessionStorage.clear();
});
