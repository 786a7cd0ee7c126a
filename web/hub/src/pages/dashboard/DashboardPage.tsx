import { Box, CalendarDays, FileText, Megaphone, Palette, Share2, SquarePen, Users } from "lucide-react";
import { useTexts } from "@/i18n/useTexts";
import { AgentRuns } from "@/pages/dashboard/AgentRuns";
import { ComingUp } from "@/pages/dashboard/ComingUp";
import { StatCard } from "@/pages/dashboard/StatCard";
import { VariantCharts } from "@/pages/dashboard/VariantCharts";
import { PageHeader } from "@/ui/PageHeader";

export default function DashboardPage() {
  const t = useTexts();
  const stats = t.dashboard.stats;
  return (
    <div className="space-y-6">
      <PageHeader title={t.dashboard.title} />
      <div className="grid grid-cols-2 sm:grid-cols-3 xl:grid-cols-4 gap-3">
        <StatCard collection="worksheets" label={stats.worksheets} icon={FileText} to="/worksheets" />
        <StatCard collection="brand_identities" label={stats.brands} icon={Palette} to="/brands" />
        <StatCard collection="customer_personas" label={stats.personas} icon={Users} to="/customers" />
        <StatCard collection="products_services" label={stats.products} icon={Box} to="/products" />
        <StatCard collection="marketing_campaigns" label={stats.campaigns} icon={Megaphone} to="/campaigns" />
        <StatCard collection="inspiration_events" label={stats.events} icon={CalendarDays} to="/calendar" />
        <StatCard collection="master_contents" label={stats.posts} icon={SquarePen} to="/social-posts" />
        <StatCard collection="platform_variants" label={stats.variants} icon={Share2} to="/social-posts" />
      </div>
      <VariantCharts />
      <ComingUp />
      <AgentRuns />
    </div>
  );
}
