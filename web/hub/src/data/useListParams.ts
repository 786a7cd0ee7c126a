import { useCallback, useEffect, useMemo, useRef } from "react";
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
  // What the address shall be. The router shows a change a moment later; another one until then must not take it back.
  const wanted = useRef(params);
  useEffect(() => {
    wanted.current = params;
  }, [params]);
  const change = useCallback(
    (name: keyof ListParams, value: string, isDefault: boolean) => {
      const next = new URLSearchParams(wanted.current);
      if (isDefault) {
        next.delete(name);
      } else {
        next.set(name, value);
      }

      // Another search or order begins on its first page.
      if (name !== "page") {
        next.delete("page");
      }

      wanted.current = next;
      setParams(next, { replace: true });
    },
    [setParams],
  );
  return {
    ...values,
    setPage: useCallback((page: number) => change("page", String(page), page <= 1), [change]),
    setSearch: useCallback((search: string) => change("search", search, search === ""), [change]),
    setSort: useCallback((sort: string) => change("sort", sort, sort === defaultSort), [change, defaultSort]),
  };
}
