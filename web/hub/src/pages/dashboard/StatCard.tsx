import type { LucideIcon } from "lucide-react";
import { Link } from "react-router";
import type { CollectionName } from "@/data/records";
import { useRecordList } from "@/data/useRecordList";
import { useLocale, useTexts } from "@/i18n/useTexts";

interface StatCardProps {
  collection: CollectionName;
  label: string;
  icon: LucideIcon;
  /** Of the page that shows them. */
  to: string;
}

/** How many records of a kind there are, and the way to them. */
export function StatCard({ collection, label, icon: Icon, to }: StatCardProps) {
  const t = useTexts();
  const number = new Intl.NumberFormat(useLocale());
  const { data, isError } = useRecordList(collection, { perPage: 1, sort: "id" });
  return (
    <Link to={to} className="flex items-center gap-3 rounded-lg border border-line bg-surface p-4 hover:bg-raised">
      <Icon aria-hidden="true" className="size-6 shrink-0 sm:size-8 text-accent" />
      <span className="min-w-0">
        <span className="block text-2xl font-semibold">{data ? number.format(data.totalItems) : isError ? "–" : "…"}</span>
        <span className="block text-sm break-words text-muted">{label}</span>
        {isError && <span className="block text-sm text-danger">{t.dashboard.unknown}</span>}
      </span>
    </Link>
  );
}
