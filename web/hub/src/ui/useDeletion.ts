import { toFailure } from "@/data/errors";
import { useDeleteRecord } from "@/data/mutations";
import type { CollectionName } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { failureText } from "@/ui/failureText";
import { showToast } from "@/ui/toasts";

/** Deletes a record and says how it went. `refused` is said when the server keeps it, because something else needs it. */
export function useDeletion(collection: CollectionName, refused?: string) {
  const t = useTexts();
  const remove = useDeleteRecord(collection);
  return (id: string, name: string) =>
    remove.mutate(id, {
      onSuccess: () => showToast(t.common.deleted(name)),
      onError: (error) => {
        const failure = toFailure(error);
        showToast(refused !== undefined && failure.kind === "invalid" ? refused : failureText(failure, t), "error");
      },
    });
}
