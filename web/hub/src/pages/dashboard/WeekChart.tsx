import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useLocale, useTexts } from "@/i18n/useTexts";
import { ChartNumbers } from "@/pages/dashboard/ChartNumbers";
import type { Week } from "@/pages/dashboard/numbers";

export default function WeekChart({ weeks }: { weeks: readonly Week[] }) {
  const t = useTexts();
  const format = new Intl.DateTimeFormat(useLocale(), { day: "numeric", month: "short", timeZone: "UTC" });
  const rows = weeks.map(({ monday, written, published }) => ({ name: format.format(new Date(`${monday}T00:00:00Z`)), written, published }));
  const tick = { fill: "var(--ink)", fontSize: 12 };
  return (
    <>
      <div aria-hidden="true" className="h-64">
        <ResponsiveContainer>
          <BarChart data={rows} margin={{ left: -24 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="name" tickLine={false} axisLine={false} tick={tick} />
            <YAxis allowDecimals={false} tickLine={false} axisLine={false} tick={tick} />
            <Tooltip cursor={{ fill: "var(--raised)" }} contentStyle={{ background: "var(--surface)", border: "1px solid var(--line)", borderRadius: 6, color: "var(--ink)" }} />
            <Legend formatter={(value: string) => <span className="text-ink">{value}</span>} />
            <Bar dataKey="written" name={t.dashboard.written} fill="var(--muted)" radius={[4, 4, 0, 0]} isAnimationActive={false} />
            <Bar dataKey="published" name={t.dashboard.published} fill="var(--success)" radius={[4, 4, 0, 0]} isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ChartNumbers
        caption={t.dashboard.byWeek}
        headers={[t.dashboard.week, t.dashboard.written, t.dashboard.published]}
        rows={rows.map(({ name, written, published }) => [name, written, published])}
      />
    </>
  );
}
