import { useContext } from "react";
import { SessionContext } from "@/session/SessionContext";
import type { Session, User } from "@/session/session";

/** The session, or null for a guest. */
export function useSession(): Session {
  return useContext(SessionContext);
}

/** The signed-in user; only below `RequireSession`. */
export function useUser(): User {
  const session = useContext(SessionContext);
  if (!session) {
    throw new Error("useUser was called without a session. Put the component below RequireSession.");
  }

  return session.user;
}
