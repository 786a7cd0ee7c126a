import type { UseQueryResult } from "@tanstack/react-query";
import type { ListResult } from "pocketbase";
import type { ReactNode } from "react";
import { toFailure } from "@/data/errors";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Loading } from "@/ui/Loading";
import { Pagination } from "@/ui/Pagination";
import { useTexts } from "@/i18n/useTexts";

interface ListViewProps<Row> {
  query: UseQueryResult<ListResult<Row>>;
  /** What is searched for; another empty text is shown then. */
  search?: string;
  /** Nothing is there yet. */
  emptyText: string;
  /** What to do about it. */
  emptyAction?: ReactNode;
  onPage: (page: number) => void;
  children: (rows: readonly Row[]) => ReactNode;
}

/** The states of a list: loading, failed, empty, found nothing, or rows with their pages. */
export function ListView<Row>({ query, search = "", emptyText, emptyAction, onPage, children }: ListViewProps<Row>) {
  const t = useTexts();
  if (query.isPending) {
    return <Loading rows={5} />;
  }

  if (query.isError && !query.data) {
    return <ErrorState error={toFailure(query.error)} onRetry={() => void query.refetch()} />;
  }

  const { items, page, totalPages, totalItems } = query.data;
  if (items.length === 0 && page <= 1) {
    return search === "" ? <EmptyState title={emptyText}>{emptyAction}</EmptyState> : <EmptyState title={t.common.nothingFound} />;
  }

  return (
    <div className="space-y-3" aria-busy={query.isFetching}>
      {children(items)}
      {/* The last record of the last page may be gone: then the way back must stay. */}
      <Pagination page={page} totalPages={Math.max(totalPages, page)} totalItems={totalItems} onPage={onPage} />
    </div>
  );
}
