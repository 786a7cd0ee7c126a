import { ClientResponseError } from "pocketbase";

/** What a page can do about a failed call. */
export type FailureKind = "offline" | "signedOut" | "denied" | "missing" | "invalid" | "busy" | "server";

/** A failed call in a form that pages show: by kind in their own words, with the server's text and its remarks per field. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly status: number;
  /** The server's remark on a field, by the field's name. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(kind: FailureKind, message: string, status = 0, fields: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = "Failure";
    this.kind = kind;
    this.status = status;
    this.fields = fields;
  }
}

/** The kind that an HTTP status means. */
export function kindOf(status: number): FailureKind {
  switch (status) {
    case 0:
      return "offline";
    case 401:
      return "signedOut";
    case 403:
      return "denied";
    case 404:
      return "missing";
    case 400:
    case 409:
    case 413:
    case 422:
      return "invalid";
    case 429:
      return "busy";
    default:
      return "server";
  }
}

/** Any thrown value as a `Failure`. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) {
    return error;
  }

  if (error instanceof ClientResponseError) {
    return new Failure(kindOf(error.status), messageOf(error), error.status, fieldsOf(error.response["data"]));
  }

  // fetch throws a TypeError when no connection came about.
  if (error instanceof TypeError) {
    return new Failure("offline", error.message);
  }

  return new Failure("server", error instanceof Error ? error.message : String(error));
}

function messageOf(error: ClientResponseError): string {
  const text: unknown = error.response["message"] ?? error.response["detail"];
  return typeof text === "string" && text !== "" ? text : error.message;
}

function fieldsOf(data: unknown): Record<string, string> {
  if (typeof data !== "object" || data === null) {
    return {};
  }

  return Object.fromEntries(
    Object.entries(data).flatMap(([field, remark]: [string, unknown]) =>
      typeof remark === "object" && remark !== null && "message" in remark && typeof remark.message === "string" ? [[field, remark.message]] : [],
    ),
  );
}
