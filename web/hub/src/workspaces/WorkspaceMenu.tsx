import * as Radix from "@radix-ui/react-dropdown-menu";
import { Check, Plus } from "lucide-react";
import { Suspense, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { lazyScript } from "@/app/script";
import type { Workspace } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { classes, control } from "@/ui/classes";
import type { OpenedMenuProps } from "@/ui/LazyMenu";
import { menuContent, menuItem } from "@/ui/menuLook";
import { useWorkspace } from "@/workspaces/useWorkspace";
import { useWorkspaces } from "@/workspaces/workspaces";

const CreateWorkspaceDialog = lazyScript(() => import("@/workspaces/CreateWorkspaceDialog"));

/** Which workspace the pages show, and how to get another. */
export default function WorkspaceMenu({ trigger }: OpenedMenuProps) {
  const t = useTexts();
  const { current, select } = useWorkspace();
  const [search, setSearch] = useState("");
  const [creating, setCreating] = useState(false);
  const list = useWorkspaces(search);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const workspaces = list.data?.pages.flatMap((page) => page.items) ?? [];

  const choose = (workspace: Workspace) => {
    select(workspace);
    // Page 7, or one campaign, of the last workspace is nothing in this one.
    void navigate(`/${pathname.split("/")[1] ?? ""}`);
  };

  return (
    <>
      <Radix.Root defaultOpen>
        <Radix.Trigger asChild>{trigger}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content align="start" className={classes(menuContent, "w-72")}>
            {(search !== "" || list.hasNextPage) && (
              <input
                type="search"
                aria-label={t.workspaces.search}
                placeholder={t.workspaces.search}
                className={classes(control, "mb-1")}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
                // A menu takes letters for the name of an item.
                onKeyDown={(event) => event.stopPropagation()}
              />
            )}
            {workspaces.map((workspace) => (
              <Radix.Item key={workspace.id} className={menuItem} onSelect={() => choose(workspace)}>
                <Check aria-hidden="true" className={classes("size-4 shrink-0", workspace.id !== current?.id && "invisible")} />
                <span className="truncate">{workspace.name}</span>
              </Radix.Item>
            ))}
            {list.hasNextPage && (
              <Radix.Item
                className={menuItem}
                onSelect={(event) => {
                  event.preventDefault();
                  void list.fetchNextPage();
                }}
              >
                {t.workspaces.more}
              </Radix.Item>
            )}
            <Radix.Separator className="my-1 h-px bg-line" />
            <Radix.Item className={menuItem} onSelect={() => setCreating(true)}>
              <Plus aria-hidden="true" className="size-4 shrink-0" />
              {t.workspaces.new}
            </Radix.Item>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
      {creating && (
        <Suspense fallback={null}>
          <CreateWorkspaceDialog onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </>
  );
}
