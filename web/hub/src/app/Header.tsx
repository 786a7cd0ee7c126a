import { MessageCircle } from "lucide-react";
import { MenuDrawer } from "@/app/MenuDrawer";
import { SettingsMenu } from "@/app/SettingsMenu";
import { useTexts } from "@/i18n/useTexts";
import { IconButton } from "@/ui/IconButton";
import { WorkspaceMenu } from "@/workspaces/WorkspaceMenu";

interface HeaderProps {
  chatOpen: boolean;
  onChat: () => void;
}

export function Header({ chatOpen, onChat }: HeaderProps) {
  const t = useTexts();
  return (
    <header className="sticky top-0 z-20 flex items-center gap-2 border-b border-line bg-surface px-3 py-2">
      <MenuDrawer />
      <WorkspaceMenu />
      <div className="ml-auto flex items-center gap-1">
        <IconButton icon={MessageCircle} title={t.app.assistant} aria-pressed={chatOpen} onClick={onChat} />
        <SettingsMenu />
      </div>
    </header>
  );
}
