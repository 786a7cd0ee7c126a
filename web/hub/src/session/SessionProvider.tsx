import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { generations } from "@/agent/generations";
import { pocketbase } from "@/data/pocketbase";
import { SessionContext } from "@/session/SessionContext";
import { currentSession, expiryOf, isDueForRenewal, renew, signOut } from "@/session/session";

// The longest wait that a timer can hold: 2^31 - 1 ms, 24.8 days.
const longestTimer = 2_147_483_647;

/** Keeps the session: renews it, ends it when its time is over, and follows what other tabs do. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState(() => currentSession());
  const userId = session?.user.id;
  const token = session?.token;
  const client = useQueryClient();

  useEffect(() => pocketbase.authStore.onChange(() => setSession(currentSession())), []);

  // A token of a week ago may belong to a user who was deleted since: ask once at the start.
  useEffect(() => {
    if (currentSession()) {
      void renew();
    } else if (pocketbase.authStore.token) {
      signOut();
    }
  }, []);

  useEffect(() => {
    if (!token) {
      return undefined;
    }

    const check = () => {
      const current = currentSession();
      if (!current) {
        signOut();
      } else if (isDueForRenewal(current.token)) {
        void renew();
      }
    };
    // A machine that slept missed its timers.
    const onShown = () => {
      if (document.visibilityState === "visible") {
        check();
      }
    };
    const timer = setTimeout(check, Math.min(Math.max(0, expiryOf(token) - Date.now()), longestTimer));
    document.addEventListener("visibilitychange", onShown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onShown);
    };
  }, [token]);

  // What one user has read is nothing for the next one.
  const lastUser = useRef(userId);
  useEffect(() => {
    if (lastUser.current !== undefined && lastUser.current !== userId) {
      generations.clear();
      client.clear();
    }

    lastUser.current = userId;
  }, [userId, client]);

  return <SessionContext value={session}>{children}</SessionContext>;
}
