import { Navigate, Outlet, useLocation } from "react-router";
import { wasLeftByChoice } from "@/session/session";
import { useSession } from "@/session/useSession";

/** Shows its pages to users, and sends guests to sign in and back. */
export function RequireSession() {
  const session = useSession();
  const { pathname, search, hash } = useLocation();
  return session ? <Outlet /> : <Navigate to="/login" state={wasLeftByChoice() ? null : { from: pathname + search + hash }} replace />;
}
