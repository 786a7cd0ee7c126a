import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ListResult } from "pocketbase";
import { toFailure } from "@/data/errors";
import { all, equals, search } from "@/data/filter";
import { keys } from "@/data/keys";
import { pocketbase } from "@/data/pocketbase";
import type { CollectionName, Collections } from "@/data/records";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

/** A page of a list. Searching, sorting and paging are the server's work, so a list may have any length. */
export interface RecordListQuery {
  /** From 1. Default: 1. */
  page?: number;
  /** 1 to 200. Default: 20. */
  perPage?: number;
  /** PocketBase's `sort`. Default: newest first. */
  sort?: string;
  /** Words of a search box; each must be in one of `searchFields`. */
  search?: string;
  searchFields?: readonly string[];
  /** Joined with the workspace's filter by `&&`; build it with `@/data/filter`. */
  filter?: string;
  expand?: string;
  /** False waits, for example until another answer is there. Default: true. */
  enabled?: boolean;
  /** Milliseconds between refreshes. Default: none. */
  refetchInterval?: number;
}

/** Records of the current workspace. While the next page loads, the last one stays. */
export function useRecordList<Name extends CollectionName>(collection: Name, query: RecordListQuery = {}) {
  const workspaceId = useWorkspaceId();
  const { enabled = true, refetchInterval = 0, page = 1, perPage = 20, sort = "-created", expand = "" } = query;
  const filter = all(
    equals("workspace_id", workspaceId),
    search(query.searchFields ?? [], query.searchFields?.length ? (query.search ?? "") : ""),
    query.filter && `(${query.filter})`,
  );
  const request = { page, perPage, sort, filter, expand };
  return useQuery({
    queryKey: keys.list(collection, workspaceId, request),
    queryFn: ({ signal }) => fetchPage<Collections[Name]>(collection, request, signal),
    enabled: enabled && workspaceId !== "",
    placeholderData: keepPreviousData,
    refetchInterval: refetchInterval > 0 ? refetchInterval : false,
  });
}

async function fetchPage<T>(
  collection: CollectionName,
  { page, perPage, ...options }: { page: number; perPage: number; sort: string; filter: string; expand: string },
  signal: AbortSignal,
): Promise<ListResult<T>> {
  try {
    // Records of the same instant would otherwise change places between two pages.
    const sort = /(^|,)-?id(,|$)/.test(options.sort) ? options.sort : `${options.sort},id`;
    return await pocketbase.collection(collection).getList<T>(page, perPage, { ...options, sort, signal });
  } catch (error) {
    throw toFailure(error);
  }
}
