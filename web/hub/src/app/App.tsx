import { Suspense } from "react";
import { Outlet, Route, Routes } from "react-router";
import { ErrorBoundary } from "@/app/ErrorBoundary";
import { Layout } from "@/app/Layout";
import { NotFoundPage } from "@/app/NotFoundPage";
import { pages } from "@/app/routes";
import { lazyScript } from "@/app/script";
import { RequireSession } from "@/session/RequireSession";
import { Loading } from "@/ui/Loading";
import { Toaster } from "@/ui/Toaster";
import { WorkspaceProvider } from "@/workspaces/WorkspaceProvider";

const LoginPage = lazyScript(() => import("@/session/LoginPage"));

/** All routes: sign in, and behind it the pages. */
export function App() {
  return (
    <ErrorBoundary resetKey="">
      <Suspense fallback={<Loading page />}>
        <Routes>
          <Route path="/login" element={<LoginPage />} />
          <Route element={<RequireSession />}>
            <Route
              element={
                <WorkspaceProvider>
                  <Outlet />
                </WorkspaceProvider>
              }
            >
              <Route element={<Layout />}>
                {pages.map(({ path, Page }) => (
                  <Route key={path} path={path} element={<Page />} />
                ))}
                <Route path="*" element={<NotFoundPage />} />
              </Route>
            </Route>
          </Route>
        </Routes>
      </Suspense>
      <Toaster />
    </ErrorBoundary>
  );
}
