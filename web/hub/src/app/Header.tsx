import { ChevronDown, Menu, MessageCircle, UserRound } from "lucide-react";
import { lazyScript } from "@/app/script";
import { useTexts } from "@/i18n/useTexts";
import { useUser } from "@/session/useSession";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { LazyMenu } from "@/ui/LazyMenu";
import { useWorkspace } from "@/workspaces/useWorkspace";

const MenuDrawer = lazyScript(() => import("@/app/MenuDrawer"));
const SettingsMenu = lazyScript(() => import("@/app/SettingsMenu"));
const WorkspaceMenu = lazyScript(() => import("@/workspaces/WorkspaceMenu"));

interface HeaderProps {
  chatOpen: boolean;
  onChat: () => void;
}

export function Header({ chatOpen, onChat }: HeaderProps) {
  const t = useTexts();
  const user = useUser();
  const { current } = useWorkspace();
  return (
    <header className="sticky top-0 z-20 flex items-center gap-2 border-b border-line bg-surface px-3 py-2">
      <LazyMenu popup="dialog" Menu={MenuDrawer} trigger={<IconButton icon={Menu} title={t.app.openMenu} className="lg:hidden" />} />
      <LazyMenu
        popup="menu"
        Menu={WorkspaceMenu}
        trigger={
          <Button className="max-w-48 min-w-0 sm:max-w-72" aria-label={current ? t.workspaces.current(current.name) : t.workspaces.select}>
            <span className="truncate">{current?.name ?? t.workspaces.select}</span>
            <ChevronDown aria-hidden="true" className="size-4 shrink-0" />
          </Button>
        }
      />
      <div className="ml-auto flex items-center gap-1">
        <IconButton icon={MessageCircle} title={t.app.assistant} aria-pressed={chatOpen} onClick={onChat} />
        <LazyMenu popup="menu" Menu={SettingsMenu} trigger={<IconButton icon={UserRound} title={t.app.userMenu(user.name || user.email)} />} />
      </div>
    </header>
  );
}
