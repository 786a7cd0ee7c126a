import { Cell, Pie, PieChart, ResponsiveContainer } from "recharts";
import type { PlatformVariant } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { ChartNumbers } from "@/pages/dashboard/ChartNumbers";

interface StatusChartProps {
  counts: readonly { status: PlatformVariant["publish_status"]; count: number }[];
}

const colours: Readonly<Record<PlatformVariant["publish_status"], string>> = { draft: "var(--muted)", scheduled: "var(--accent)", published: "var(--success)", failed: "var(--danger)" };

export default function StatusChart({ counts }: StatusChartProps) {
  const t = useTexts();
  const names = t.socialPosts.publishStatus;
  const shown = counts.filter(({ count }) => count > 0).map(({ status, count }) => ({ status, count }));
  return (
    <div className="flex flex-wrap items-center justify-center gap-6">
      <div aria-hidden="true" className="h-48 w-48">
        <ResponsiveContainer>
          <PieChart accessibilityLayer={false}>
            <Pie rootTabIndex={-1} data={shown} dataKey="count" nameKey="status" innerRadius="55%" outerRadius="95%" stroke="var(--surface)" strokeWidth={2} isAnimationActive={false}>
              {shown.map(({ status }) => (
                <Cell key={status} fill={colours[status]} />
              ))}
            </Pie>
          </PieChart>
        </ResponsiveContainer>
      </div>
      <ul aria-hidden="true" className="space-y-2">
        {counts.map(({ status, count }) => (
          <li key={status} className="flex items-center gap-2">
            <span className="size-3 rounded-full" style={{ background: colours[status] }} />
            {names[status]}: <span className="font-semibold">{count}</span>
          </li>
        ))}
      </ul>
      <ChartNumbers caption={t.dashboard.byStatus} headers={[t.common.status, t.dashboard.count]} rows={counts.map(({ status, count }) => [names[status], count])} />
    </div>
  );
}
