import type { Failure } from "@/data/errors";
import type { Texts } from "@/i18n/texts";

/** A failure in the page's language; what the server said about the caller's data stays as it said it. */
export function failureText(failure: Failure, t: Texts): string {
  switch (failure.kind) {
    case "offline":
      return t.failures.offline;
    case "signedOut":
      return t.failures.signedOut;
    case "denied":
      return t.failures.denied;
    case "missing":
      return t.failures.missing;
    case "busy":
      return t.failures.busy;
    case "invalid":
      return failure.message || t.failures.invalid;
    case "server":
      return failure.message ? `${t.failures.server} (${failure.message})` : t.failures.server;
  }
}
