import { pocketbase } from "@/data/pocketbase";
import { userId } from "@/test/ids";

/** A token as PocketBase's, without a signature. */
export function tokenUntil(expiry: number, id = userId): string {
  const part = (value: object) => btoa(JSON.stringify(value)).replaceAll("=", "");
  return `${part({ alg: "HS256", typ: "JWT" })}.${part({ id, type: "auth", exp: Math.floor(expiry / 1000) })}.signature`;
}

export const testUser = { id: userId, collectionId: "_pb_users_auth_", collectionName: "users", email: "ann@example.com", name: "Ann", role: "member" };

/** Signs in without a server; for a week unless said otherwise. */
export function signInForTest(expiry = Date.now() + 7 * 24 * 60 * 60 * 1000): void {
  pocketbase.authStore.save(tokenUntil(expiry), testUser);
}
