import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { useTexts } from "@/i18n/useTexts";

export interface Column<Row> {
  header: string;
  /** The field that the server sorts by; absent for none. */
  sortField?: string;
  cell: (row: Row) => ReactNode;
  /** Hidden on screens below 640 px. */
  wideOnly?: boolean;
}

interface TableProps<Row extends { id: string }> {
  /** What the table holds, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** PocketBase's: `name` or `-name`. */
  sort?: string;
  onSort?: (sort: string) => void;
  /** Buttons at the end of a row. */
  actions?: (row: Row) => ReactNode;
}

export function Table<Row extends { id: string }>({ caption, columns, rows, sort = "", onSort, actions }: TableProps<Row>) {
  const t = useTexts();
  return (
    // It scrolls sideways on narrow screens, so the keyboard must reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto rounded-lg border border-line bg-surface">
      <table className="w-full text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line bg-raised text-sm">
          <tr>
            {columns.map(({ header, sortField, wideOnly }) => (
              <th key={header} scope="col" aria-sort={sortField === undefined ? undefined : ariaSort(sort, sortField)} className={cellClass(wideOnly)}>
                {sortField !== undefined && onSort ? (
                  <button type="button" className="inline-flex items-center gap-1 rounded text-left font-medium" onClick={() => onSort(sort === sortField ? `-${sortField}` : sortField)}>
                    {header}
                    <SortIcon direction={ariaSort(sort, sortField)} />
                  </button>
                ) : (
                  <span className="font-medium">{header}</span>
                )}
              </th>
            ))}
            {actions && (
              <th scope="col" className={cellClass(false)}>
                <span className="sr-only">{t.common.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ header, cell, wideOnly }) => (
                <td key={header} className={cellClass(wideOnly)}>
                  {cell(row)}
                </td>
              ))}
              {actions && (
                <td className={cellClass(false)}>
                  <div className="flex justify-end gap-1">{actions(row)}</div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass(wideOnly: boolean | undefined): string {
  return wideOnly ? "hidden px-3 py-2 align-top sm:table-cell" : "px-3 py-2 align-top";
}

function ariaSort(sort: string, field: string): "ascending" | "descending" | "none" {
  return sort === field ? "ascending" : sort === `-${field}` ? "descending" : "none";
}

function SortIcon({ direction }: { direction: "ascending" | "descending" | "none" }) {
  const Icon = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ArrowUpDown;
  return <Icon aria-hidden="true" className="size-4 shrink-0" />;
}
