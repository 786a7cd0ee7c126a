import { Link } from "react-router";
import { useTexts } from "@/i18n/useTexts";
import { EmptyState } from "@/ui/EmptyState";

export function NotFoundPage() {
  const t = useTexts();
  return (
    <EmptyState title={t.app.notFound}>
      <p className="text-muted">{t.app.notFoundHint}</p>
      <Link to="/" className="text-accent underline">
        {t.app.toDashboard}
      </Link>
    </EmptyState>
  );
}
