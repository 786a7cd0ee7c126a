import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { ListResult } from "pocketbase";
import { keys } from "@/data/keys";
import type { CollectionName } from "@/data/records";

interface Identified {
  id: string;
}

/** What the cache held before a change, to be put back when the change fails. */
export type Snapshot = [QueryKey, unknown][];

/** Shows a change before the server confirms it, in every cached list and view of the collection. */
export async function applyToCache(
  client: QueryClient,
  collection: CollectionName,
  workspaceId: string,
  change: (record: Identified) => Identified | null,
): Promise<Snapshot> {
  const queryKey = keys.records(collection, workspaceId);
  await client.cancelQueries({ queryKey });
  const before = client.getQueriesData<unknown>({ queryKey });
  client.setQueriesData<unknown>({ queryKey }, (cached: unknown) => {
    if (isList(cached)) {
      return changeList(cached, change);
    }

    // A view whose record is deleted keeps it until the page leaves: an empty view would be an error.
    return isRecord(cached) ? (change(cached) ?? cached) : cached;
  });
  return before;
}

/** Puts back what `applyToCache` found. */
export function restoreCache(client: QueryClient, before: Snapshot | undefined): void {
  before?.forEach(([queryKey, data]) => client.setQueryData(queryKey, data));
}

function changeList(list: ListResult<Identified>, change: (record: Identified) => Identified | null): ListResult<Identified> {
  const items = list.items.flatMap((item) => change(item) ?? []);
  return { ...list, items, totalItems: list.totalItems - (list.items.length - items.length) };
}

function isList(value: unknown): value is ListResult<Identified> {
  return typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items);
}

function isRecord(value: unknown): value is Identified {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";
}
