import { useSearchParams } from "react-router";
import { toDay } from "@/format/dates";
import { isMonth, monthOf } from "@/pages/calendar/days";

/** The month on show; it is in the address, so that reload and back keep it. */
export function useMonth(): [month: string, show: (month: string) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get("month") ?? "";
  const month = isMonth(asked) ? asked : monthOf(toDay(new Date()));
  const show = (next: string) =>
    setParams(
      (before) => {
        const changed = new URLSearchParams(before);
        changed.set("month", next);
        return changed;
      },
      { replace: true },
    );
  return [month, show];
}
