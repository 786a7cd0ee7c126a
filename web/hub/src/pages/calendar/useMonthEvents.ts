import { all } from "@/data/filter";
import { useRecordList } from "@/data/useRecordList";
import { addDays, weeksOf } from "@/pages/calendar/days";

/** The events of the weeks that a month touches: at most 200, which is more than such a page can show. */
export function useMonthEvents(month: string) {
  const days = weeksOf(month).flat();
  const first = days[0] ?? "";
  const end = addDays(days.at(-1) ?? "", 1);
  return useRecordList("inspiration_events", { filter: all(`event_date >= "${first} 00:00:00.000Z"`, `event_date < "${end} 00:00:00.000Z"`), sort: "event_date,event_name", perPage: 200 });
}
