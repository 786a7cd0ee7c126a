import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTexts } from "@/i18n/useTexts";
import { classes } from "@/ui/classes";
import { toastStore } from "@/ui/toasts";

const looks = { success: "bg-success-soft text-success", error: "bg-danger-soft text-danger", info: "bg-raised text-ink" };

/** The toasts, read out as they come. */
export function Toaster() {
  const t = useTexts();
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  return (
    <section aria-label={t.common.notifications} aria-live="polite" className="pointer-events-none fixed right-4 bottom-4 left-4 z-[60] flex flex-col items-end gap-2">
      {toasts.map((toast) => (
        <div key={toast.id} className={classes("pointer-events-auto flex max-w-full items-center gap-3 rounded-md border border-line px-4 py-2 shadow-lg", looks[toast.kind])}>
          <span className="min-w-0 break-words">{toast.text}</span>
          {toast.action && (
            <button type="button" className="font-semibold underline" onClick={toast.action.onClick}>
              {toast.action.label}
            </button>
          )}
          <button type="button" aria-label={t.common.dismiss} className="rounded p-1" onClick={() => toastStore.dismiss(toast.id)}>
            <X aria-hidden="true" className="size-4" />
          </button>
        </div>
      ))}
    </section>
  );
}
