import * as Radix from "@radix-ui/react-alert-dialog";
import { useTexts } from "@/i18n/useTexts";
import { Button } from "@/ui/Button";

interface ConfirmDialogProps {
  /** What will happen, to what. */
  message: string;
  /** Default: Confirm Action. */
  title?: string;
  /** Default: Delete. */
  confirmLabel?: string;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be undone. The harmless button has the focus. Render it only while it is open. */
export function ConfirmDialog({ message, title, confirmLabel, busy = false, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useTexts();
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) {
          onClose();
        }
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-black/50" />
        <Radix.Content className="fixed top-1/2 left-1/2 z-50 w-[calc(100%-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 space-y-4 rounded-xl border border-line bg-surface p-4 shadow-xl">
          <Radix.Title className="text-lg font-semibold">{title ?? t.common.confirmTitle}</Radix.Title>
          <Radix.Description className="break-words text-muted">{message}</Radix.Description>
          <div className="flex justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>{t.common.cancel}</Button>
            </Radix.Cancel>
            <Button look="danger" busy={busy} onClick={onConfirm}>
              {confirmLabel ?? t.common.delete}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
