import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { platformNames } from "@/data/platforms";
import type { Platform } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { ChartNumbers } from "@/pages/dashboard/ChartNumbers";

export default function PlatformChart({ counts }: { counts: readonly { platform: Platform; count: number }[] }) {
  const t = useTexts();
  const rows = counts.map(({ platform, count }) => ({ name: platformNames[platform], count }));
  return (
    <>
      <div aria-hidden="true" className="h-64">
        <ResponsiveContainer>
          <BarChart data={rows} layout="vertical" margin={{ right: 32 }} accessibilityLayer={false}>
            <XAxis type="number" hide domain={[0, "dataMax"]} />
            <YAxis type="category" dataKey="name" width={90} tickLine={false} axisLine={false} tick={{ fill: "var(--ink)", fontSize: 13 }} interval={0} />
            <Bar dataKey="count" fill="var(--accent)" radius={[0, 4, 4, 0]} isAnimationActive={false}>
              <LabelList dataKey="count" position="right" fill="var(--ink)" fontSize={13} />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ChartNumbers caption={t.dashboard.byPlatform} headers={[t.socialPosts.platform, t.dashboard.count]} rows={rows.map(({ name, count }) => [name, count])} />
    </>
  );
}
