import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useTexts } from "@/i18n/useTexts";

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);

/** Says so while the browser has no connection. */
export function OfflineBanner() {
  const t = useTexts();
  const isOnline = useSyncExternalStore(subscribe, () => onlineManager.isOnline());
  return (
    <div role="status">
      {!isOnline && <p className="bg-warning-soft px-4 py-2 text-center text-sm text-warning">{t.app.offline}</p>}
    </div>
  );
}
