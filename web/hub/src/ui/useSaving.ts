import { toFailure } from "@/data/errors";
import { type SaveRequest, useSaveRecord } from "@/data/mutations";
import type { CollectionName, Collections } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { showToast } from "@/ui/toasts";

/** Saves what a dialog holds. Once it is stored that is said and the dialog closes; when it is refused the dialog stays, with the reason. */
export function useSaving<Name extends CollectionName>(collection: Name, onClose: () => void) {
  const t = useTexts();
  const { mutate, isPending, error } = useSaveRecord(collection);
  return {
    save: (request: SaveRequest, nameOf: (saved: Collections[Name]) => string) =>
      mutate(request, {
        onSuccess: (saved) => {
          showToast(t.common.saved(nameOf(saved)));
          onClose();
        },
      }),
    busy: isPending,
    failure: error ? toFailure(error) : null,
  };
}
