import { Link } from "react-router";
import { toFailure } from "@/data/errors";
import { all, equals } from "@/data/filter";
import { platformNames } from "@/data/platforms";
import { useRecordList } from "@/data/useRecordList";
import { dayOf, fromDay, toDay } from "@/format/dates";
import { useTexts } from "@/i18n/useTexts";
import { Card } from "@/ui/Card";
import { DateTime } from "@/ui/DateTime";
import { ErrorState } from "@/ui/ErrorState";
import { Loading } from "@/ui/Loading";

/** What is scheduled next, and what the calendar says. */
export function ComingUp() {
  const t = useTexts();
  const posts = useRecordList("platform_variants", { filter: equals("publish_status", "scheduled"), sort: "scheduled_at", perPage: 5 });
  const today = fromDay(toDay(new Date()));
  const events = useRecordList("inspiration_events", { filter: all(`event_date >= "${today}"`), sort: "event_date", perPage: 5 });
  const failed = [posts, events].find(({ isError }) => isError);
  if (failed) {
    return <ErrorState error={toFailure(failed.error)} onRetry={() => void failed.refetch()} />;
  }

  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card title={<Link to="/social-posts">{t.dashboard.nextPosts}</Link>}>
        {posts.isPending && <Loading />}
        {posts.data?.items.length === 0 && <p className="text-muted">{t.dashboard.nothingScheduled}</p>}
        <ul className="divide-y divide-line">
          {posts.data?.items.map((variant) => (
            <li key={variant.id} className="flex flex-wrap justify-between gap-x-3 py-2">
              <span className="min-w-0 truncate">
                <span className="font-medium">{platformNames[variant.platform]}</span> {variant.adapted_copy}
              </span>
              <span className="text-sm text-muted">
                <DateTime value={variant.scheduled_at} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={<Link to="/calendar">{t.dashboard.nextEvents}</Link>}>
        {events.isPending && <Loading />}
        {events.data?.items.length === 0 && <p className="text-muted">{t.dashboard.noEvents}</p>}
        <ul className="divide-y divide-line">
          {events.data?.items.map((event) => (
            <li key={event.id} className="flex flex-wrap justify-between gap-x-3 py-2">
              <Link className="min-w-0 truncate underline" to={`/calendar?month=${dayOf(event.event_date).slice(0, 7)}`}>
                {event.event_name}
              </Link>
              <span className="text-sm text-muted">
                <DateTime value={event.event_date} dayOnly />
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
