import * as Radix from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTexts } from "@/i18n/useTexts";
import { classes } from "@/ui/classes";
import { IconButton } from "@/ui/IconButton";

interface DialogProps {
  title: string;
  /** A sentence below the title. */
  description?: string;
  onClose: () => void;
  /** Buttons at the bottom, the main one last. */
  footer?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** A modal dialog: the focus stays inside and goes back where it came from; Escape and the X close it. Render it only while it is open. */
export function Dialog({ title, description, onClose, footer, wide = false, children }: DialogProps) {
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
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Radix.Content
          // A click beside a form must not throw away what was typed.
          onInteractOutside={(event) => event.preventDefault()}
          // Radix hears Escape before the dialog's content does: an open list of a combobox closes first, by itself.
          onEscapeKeyDown={(event) => {
            if (event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true") {
              event.preventDefault();
            }
          }}
          {...(description === undefined && { "aria-describedby": undefined })}
          className={classes(
            "fixed inset-x-0 bottom-0 z-50 flex max-h-dvh w-full flex-col rounded-t-xl border border-line bg-surface shadow-xl sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:max-h-[90dvh] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-xl",
            wide ? "sm:max-w-4xl" : "sm:max-w-xl",
          )}
        >
          <div className="flex items-start justify-between gap-2 border-b border-line px-4 py-3">
            <div className="min-w-0">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description !== undefined && <Radix.Description className="text-sm text-muted">{description}</Radix.Description>}
            </div>
            <IconButton icon={X} title={t.common.close} onClick={onClose} />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">{children}</div>
          {footer && <div className="flex flex-wrap items-end justify-end gap-2 border-t border-line px-4 py-3">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
