import { ChevronLeft, ChevronRight } from "lucide-react";
import { toDay } from "@/format/dates";
import { useLocale, useTexts } from "@/i18n/useTexts";
import { addMonths, dayName, monthOf } from "@/pages/calendar/days";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";

interface MonthBarProps {
  month: string;
  onMonth: (month: string) => void;
}

export function MonthBar({ month, onMonth }: MonthBarProps) {
  const t = useTexts();
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <IconButton icon={ChevronLeft} title={t.calendar.previousMonth} onClick={() => onMonth(addMonths(month, -1))} />
      <h2 aria-live="polite" className="min-w-40 text-center text-lg font-semibold first-letter:uppercase">
        {dayName(`${month}-01`, locale, { month: "long", year: "numeric" })}
      </h2>
      <IconButton icon={ChevronRight} title={t.calendar.nextMonth} onClick={() => onMonth(addMonths(month, 1))} />
      <Button size="small" onClick={() => onMonth(monthOf(toDay(new Date())))}>
        {t.calendar.today}
      </Button>
    </div>
  );
}
