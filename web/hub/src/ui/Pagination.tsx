import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTexts } from "@/i18n/useTexts";
import { IconButton } from "@/ui/IconButton";

interface PaginationProps {
  page: number;
  totalPages: number;
  totalItems: number;
  onPage: (page: number) => void;
}

/** Absent when all fits on one page. */
export function Pagination({ page, totalPages, totalItems, onPage }: PaginationProps) {
  const t = useTexts();
  if (totalPages <= 1) {
    return null;
  }

  return (
    <nav aria-label={t.common.pages} className="flex items-center justify-between gap-2">
      <IconButton icon={ChevronLeft} title={t.common.previousPage} disabled={page <= 1} onClick={() => onPage(page - 1)} />
      <span aria-live="polite" className="text-sm text-muted">
        {t.common.pageOf(page, totalPages, totalItems)}
      </span>
      <IconButton icon={ChevronRight} title={t.common.nextPage} disabled={page >= totalPages} onClick={() => onPage(page + 1)} />
    </nav>
  );
}
