import type { AuthRecord } from "pocketbase";
import { toFailure } from "@/data/errors";
import { pocketbase } from "@/data/pocketbase";

export interface User {
  id: string;
  email: string;
  name: string;
  /** 'viewer' reads and never writes. */
  role: string;
}

export type Session = { user: User; token: string } | null;

// A token lives for a week. It is renewed when less than this is left: a day, so that daily users never sign in again.
const renewBefore = 24 * 60 * 60 * 1000;

/** End of a token's life in milliseconds since 1970; 0 when it cannot be read. */
export function expiryOf(token: string): number {
  try {
    const part = token.split(".")[1] ?? "";
    const claims: unknown = JSON.parse(atob(part.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof claims === "object" && claims !== null && "exp" in claims ? Number(claims.exp) * 1000 : 0;
  } catch {
    return 0;
  }
}

/** The stored session, if it is still good: PocketBase takes an expired token for a guest's and answers with empty lists. */
export function currentSession(now = Date.now()): Session {
  const { token, record } = pocketbase.authStore;
  return record && record.collectionName === "users" && expiryOf(token) > now ? { user: toUser(record), token } : null;
}

/** Signs in. */
export async function signIn(email: string, password: string): Promise<void> {
  try {
    await pocketbase.collection("users").authWithPassword(email, password);
    leftByChoice = false;
  } catch (error) {
    throw toFailure(error);
  }
}

let leftByChoice = false;

/** Ends the session: by the user's choice, or because its time is over. */
export function signOut(byChoice = false): void {
  leftByChoice = byChoice;
  pocketbase.authStore.clear();
}

/** Whether the last session was ended by its user, who then has no page to come back to. */
export function wasLeftByChoice(): boolean {
  return leftByChoice;
}

/** Asks for a new token. A session that the server no longer knows ends; without a connection it goes on. */
export async function renew(): Promise<void> {
  try {
    await pocketbase.collection("users").authRefresh();
  } catch (error) {
    const failure = toFailure(error);
    if (failure.kind === "signedOut" || failure.kind === "denied" || failure.kind === "missing") {
      signOut();
    }
  }
}

export function isDueForRenewal(token: string, now = Date.now()): boolean {
  return expiryOf(token) - now < renewBefore;
}

function toUser(record: NonNullable<AuthRecord>): User {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return { id: record.id, email: text(record["email"]), name: text(record["name"]), role: text(record["role"]) };
}
