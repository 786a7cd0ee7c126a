import { Suspense } from "react";
import { lazyScript } from "@/app/script";
import { toFailure } from "@/data/errors";
import { useTexts } from "@/i18n/useTexts";
import { countByPlatform, countByStatus, countByWeek } from "@/pages/dashboard/numbers";
import { useVariantFacts } from "@/pages/dashboard/useVariantFacts";
import { Card } from "@/ui/Card";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Loading } from "@/ui/Loading";

// The chart library is larger than all the rest of the page: it comes when there is something to draw.
const StatusChart = lazyScript(() => import("@/pages/dashboard/StatusChart"));
const PlatformChart = lazyScript(() => import("@/pages/dashboard/PlatformChart"));
const WeekChart = lazyScript(() => import("@/pages/dashboard/WeekChart"));

export function VariantCharts() {
  const t = useTexts();
  const query = useVariantFacts();
  if (query.isPending) {
    return <Loading rows={3} />;
  }

  if (query.isError) {
    return <ErrorState error={toFailure(query.error)} onRetry={() => void query.refetch()} />;
  }

  if (query.data.length === 0) {
    return <EmptyState title={t.dashboard.noVariants} />;
  }

  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card title={t.dashboard.byStatus}>
        <Suspense fallback={<Loading />}>
          <StatusChart counts={countByStatus(query.data)} />
        </Suspense>
      </Card>
      <Card title={t.dashboard.byPlatform}>
        <Suspense fallback={<Loading />}>
          <PlatformChart counts={countByPlatform(query.data)} />
        </Suspense>
      </Card>
      <Card title={t.dashboard.byWeek} className="lg:col-span-2">
        <Suspense fallback={<Loading />}>
          <WeekChart weeks={countByWeek(query.data, new Date())} />
        </Suspense>
      </Card>
    </div>
  );
}
