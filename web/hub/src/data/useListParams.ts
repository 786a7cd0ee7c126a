import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

export interface ListParams {
  page: number;
  search: string;
  sort: string;
}

/** Search, sort and page of a list in the address, so that reload, back and a shared link show the same. */
export function useListParams(defaultSort = "-created") {
  const [params, setParams] = useSearchParams();
  const values = useMemo<ListParams>(
    () => ({
      page: Math.max(1, Math.trunc(Number(params.get("page"))) || 1),
      search: params.get("search") ?? "",
      sort: params.get("sort") ?? defaultSort,
    }),
    [params, defaultSort],
  );
  const change = useCallback(
    (name: keyof ListParams, value: string, isDefault: boolean) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (isDefault) {
            next.delete(name);
          } else {
            next.set(name, value);
          }

          // Another search or order begins on its first page.
          if (name !== "page") {
            next.delete("page");
          }

          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return {
    ...values,
    setPage: useCallback((page: number) => change("page", String(page), page <= 1), [change]),
    setSearch: useCallback((search: string) => change("search", search, search === ""), [change]),
    setSort: useCallback((sort: string) => change("sort", sort, sort === defaultSort), [change, defaultSort]),
  };
}
