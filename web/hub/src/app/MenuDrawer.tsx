import * as Radix from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import { useState } from "react";
import { SideMenu } from "@/app/SideMenu";
import { useTexts } from "@/i18n/useTexts";
import { IconButton } from "@/ui/IconButton";
import type { OpenedMenuProps } from "@/ui/LazyMenu";

/** The menu on narrow screens, which comes in from the side. */
export default function MenuDrawer({ trigger }: OpenedMenuProps) {
  const t = useTexts();
  const [open, setOpen] = useState(true);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/50 lg:hidden" />
        <Radix.Content aria-describedby={undefined} className="fixed inset-y-0 left-0 z-50 w-64 overflow-y-auto border-r border-line bg-surface p-3 lg:hidden">
          <div className="mb-2 flex items-center justify-between">
            <Radix.Title className="px-3 font-semibold">TMCP</Radix.Title>
            <IconButton icon={X} title={t.app.closeMenu} onClick={() => setOpen(false)} />
          </div>
          <SideMenu onNavigate={() => setOpen(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
