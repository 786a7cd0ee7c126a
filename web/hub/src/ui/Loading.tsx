import { useTexts } from "@/i18n/useTexts";
import { Spinner } from "@/ui/Spinner";

interface LoadingProps {
  /** Grey bars in place of a list's rows. */
  rows?: number;
  /** Fills the window. */
  page?: boolean;
}

/** Something is on its way. */
export function Loading({ rows = 0, page = false }: LoadingProps) {
  const t = useTexts();
  return (
    <div role="status" className={page ? "flex min-h-dvh items-center justify-center" : "space-y-3"}>
      <span className={rows > 0 ? "sr-only" : "flex items-center justify-center gap-2 p-4 text-muted"}>
        {rows === 0 && <Spinner />}
        {t.common.loading}
      </span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} aria-hidden="true" className="h-12 animate-pulse rounded-lg bg-raised" />
      ))}
    </div>
  );
}
