import { type ReactNode, Suspense, useState } from "react";
import { lazyScript } from "@/app/script";
import { useTexts } from "@/i18n/useTexts";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { useWorkspace } from "@/workspaces/useWorkspace";

const CreateWorkspaceDialog = lazyScript(() => import("@/workspaces/CreateWorkspaceDialog"));

/** Pages need a workspace: without one they offer to make it. Another workspace is another page, with nothing left of the last. */
export function RequireWorkspace({ children }: { children: ReactNode }) {
  const t = useTexts();
  const { current } = useWorkspace();
  const [creating, setCreating] = useState(false);
  if (current) {
    return <div key={current.id}>{children}</div>;
  }

  return (
    <EmptyState title={t.workspaces.none}>
      <p className="text-muted">{t.workspaces.noneHint}</p>
      <Button look="primary" onClick={() => setCreating(true)}>
        {t.workspaces.create}
      </Button>
      {creating && (
        <Suspense fallback={null}>
          <CreateWorkspaceDialog onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </EmptyState>
  );
}
