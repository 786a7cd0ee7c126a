import { pocketBaseUrl } from "../config/environment.ts";
import { tracedFetch } from "../telemetry/traced-fetch.ts";

/** An answer of PocketBase's list route, as far as the blog reads it. */
export interface RecordList {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly page: number;
  readonly totalPages: number;
  readonly totalItems: number;
}

export interface ListQuery {
  readonly filter: string;
  readonly page?: number;
  readonly perPage: number;
  readonly fields?: string;
}

// PocketBase answers such lists in milliseconds; past this a visitor is better served with the last copy.
const timeout = 2_000;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const toList = (body: unknown): RecordList => {
  if (!isObject(body) || !Array.isArray(body["items"])) {
    throw new Error("PocketBase's list of posts has no 'items'. PUBLIC_PB_URL may point at another server.");
  }

  const number = (name: string): number => (typeof body[name] === "number" ? body[name] : 0);
  return { items: body["items"].filter(isObject), page: number("page"), totalPages: number("totalPages"), totalItems: number("totalItems") };
};

/** Text inside a filter, with its quotes. */
export const quote = (value: string): string => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/** Reads posts as a visitor does: without an account. */
export const listRecords = async ({ filter, page = 1, perPage, fields }: ListQuery): Promise<RecordList> => {
  const query = new URLSearchParams({ filter: `status="published" && (${filter})`, sort: "-pubDate,-created", page: String(page), perPage: String(perPage) });
  if (fields !== undefined) {
    query.set("fields", fields);
  }

  const url = `${pocketBaseUrl()}/api/collections/posts/records?${query}`;
  const response = await tracedFetch(url, { signal: AbortSignal.timeout(timeout) });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`PocketBase answered ${response.status} to the list of posts. Its log says why; the collection 'posts' comes with the migrations.`);
  }

  return toList(await response.json());
};

/** Whether PocketBase answers. */
export const isAnswering = async (): Promise<boolean> => {
  try {
    const response = await fetch(`${pocketBaseUrl()}/api/health`, { signal: AbortSignal.timeout(timeout / 2) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
};
