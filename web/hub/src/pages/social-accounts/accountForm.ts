import type { SocialAccount } from "@/data/records";
import { fromLocalInput, toDate, toLocalInput } from "@/format/dates";

export interface AccountForm {
  platform: SocialAccount["platform"] | "";
  name: string;
  accountId: string;
  /** Typed here and never read back. */
  accessToken: string;
  refreshToken: string;
  /** Of `datetime-local`, in the user's zone. */
  expiresAt: string;
}

export function toForm(account: SocialAccount | null): AccountForm {
  return {
    platform: account?.platform ?? "",
    name: account?.account_name ?? "",
    accountId: account?.account_id ?? "",
    accessToken: "",
    refreshToken: "",
    expiresAt: toLocalInput(account?.expires_at ?? ""),
  };
}

/** As a form: such values are never shown before the server has them, so no token gets into the cache. A token that was left empty stays as it is. */
export function toValues(form: AccountForm, before: SocialAccount | null): FormData {
  const values = new FormData();
  values.set("platform", form.platform);
  values.set("account_name", form.name.trim());
  values.set("account_id", form.accountId.trim());
  values.set("expires_at", form.expiresAt === toLocalInput(before?.expires_at ?? "") ? (before?.expires_at ?? "") : fromLocalInput(form.expiresAt));
  for (const [name, token] of [
    ["access_token", form.accessToken],
    ["refresh_token", form.refreshToken],
  ] as const) {
    if (token.trim() !== "") {
      values.set(name, token.trim());
    }
  }

  return values;
}

/** Whether the server holds a token; what it is, nobody learns. */
export function hasToken(account: SocialAccount): boolean {
  return account["has_token"] === true;
}

/** Whether the token's time is over. */
export function isExpired(account: SocialAccount, now = new Date()): boolean {
  const expiry = toDate(account.expires_at);
  return expiry !== null && expiry <= now;
}
