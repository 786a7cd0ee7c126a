import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect, useRef, useState } from "react";
import { Outlet, useLocation } from "react-router";
import { ChatStore } from "@/agent/chat/chatStore";
import { useResumedJobs } from "@/agent/jobs";
import { ErrorBoundary } from "@/app/ErrorBoundary";
import { Header } from "@/app/Header";
import { OfflineBanner } from "@/app/OfflineBanner";
import { lazyScript } from "@/app/script";
import { SideMenu } from "@/app/SideMenu";
import { keys } from "@/data/keys";
import { refresh } from "@/data/refresh";
import { useTexts } from "@/i18n/useTexts";
import { useUser } from "@/session/useSession";
import { Loading } from "@/ui/Loading";
import { RequireWorkspace } from "@/workspaces/RequireWorkspace";

const ChatPanel = lazyScript(() => import("@/agent/chat/ChatPanel"));

/** What is around every page of a user. */
export function Layout() {
  const t = useTexts();
  const user = useUser();
  const { pathname } = useLocation();
  const [chatOpen, setChatOpen] = useState(false);
  const client = useQueryClient();
  // The page beside the chat shows at once what the agent has done.
  const [chat] = useState(() => new ChatStore(user.id, () => void refresh(client, keys.allRecords(), keys.workspaces(user.id))));
  const main = useRef<HTMLElement>(null);
  useResumedJobs();
  useEffect(() => () => chat.stopAll(), [chat]);

  // A screen reader goes on at the new page, not at the menu; on the first page the browser knows where to begin.
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) {
      shown.current = pathname;
      main.current?.focus();
      window.scrollTo(0, 0);
    }
  }, [pathname]);

  return (
    <div className="flex min-h-dvh">
      <a href="#main" className="sr-only z-50 rounded bg-surface p-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2">
        {t.app.skip}
      </a>
      <div className="sticky top-0 hidden h-dvh w-60 shrink-0 overflow-y-auto border-r border-line bg-surface p-3 lg:block">
        <SideMenu>
          <p className="mb-3 px-3 py-1 text-lg font-semibold">TMCP</p>
        </SideMenu>
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <Header chatOpen={chatOpen} onChat={() => setChatOpen((open) => !open)} />
        <OfflineBanner />
        <main id="main" ref={main} tabIndex={-1} className="w-full min-w-0 flex-1 p-4 outline-none lg:p-6">
          <ErrorBoundary resetKey={pathname}>
            <Suspense fallback={<Loading rows={5} />}>
              <RequireWorkspace>
                <Outlet />
              </RequireWorkspace>
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      {chatOpen && (
        <Suspense fallback={null}>
          <div className="xl:sticky xl:top-0 xl:flex xl:h-dvh">
            <ChatPanel store={chat} onClose={() => setChatOpen(false)} />
          </div>
        </Suspense>
      )}
    </div>
  );
}
