export interface Toast {
  id: number;
  text: string;
  kind: "success" | "error" | "info";
  action?: { label: string; onClick: () => void };
}

/** How long a toast stays, in milliseconds; one with an action stays longer. */
export const toastLife = { plain: 3500, withAction: 8000 };

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => {
    listener();
  });
}

/** The toasts on screen, oldest first; at most five. */
export const toastStore = {
  get: (): readonly Toast[] => toasts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  dismiss: (id: number): void => set(toasts.filter((toast) => toast.id !== id)),
};

/** Says something at the edge of the screen for 3.5 s, or 8 s with an action. */
export function showToast(text: string, kind: Toast["kind"] = "success", action?: Toast["action"]): void {
  const toast: Toast = { id: nextId++, text, kind, ...(action && { action }) };
  set([...toasts.slice(-4), toast]);
  setTimeout(() => toastStore.dismiss(toast.id), action ? toastLife.withAction : toastLife.plain);
}
