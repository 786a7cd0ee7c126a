import type { Failure } from "@/data/errors";
import { useTexts } from "@/i18n/useTexts";
import { Button } from "@/ui/Button";
import { failureText } from "@/ui/failureText";

interface ErrorStateProps {
  error: Failure;
  onRetry: () => void;
  /** Fills the window. */
  page?: boolean;
}

/** Something could not be loaded. */
export function ErrorState({ error, onRetry, page = false }: ErrorStateProps) {
  const t = useTexts();
  return (
    <div role="alert" className={page ? "flex min-h-dvh items-center justify-center p-4" : ""}>
      <div className="flex w-full flex-col items-center gap-3 rounded-lg border border-danger bg-danger-soft px-4 py-8 text-center text-danger">
        <p>{failureText(error, t)}</p>
        <Button onClick={onRetry}>{t.common.retry}</Button>
      </div>
    </div>
  );
}
