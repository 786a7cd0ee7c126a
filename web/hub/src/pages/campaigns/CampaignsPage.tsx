import { ListTree, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { AiButton } from "@/agent/AiButton";
import { generationKey } from "@/agent/generationKey";
import { toText } from "@/data/json";
import type { Campaign } from "@/data/records";
import { useListParams } from "@/data/useListParams";
import { useRecordList } from "@/data/useRecordList";
import { useTexts } from "@/i18n/useTexts";
import { CampaignDialog } from "@/pages/campaigns/CampaignDialog";
import { statusTones } from "@/pages/campaigns/campaignLook";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { IconButton } from "@/ui/IconButton";
import { ListView } from "@/ui/ListView";
import { PageHeader } from "@/ui/PageHeader";
import { SearchBox } from "@/ui/SearchBox";
import { type Column, Table } from "@/ui/Table";
import { useDeletion } from "@/ui/useDeletion";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

export default function CampaignsPage() {
  const t = useTexts();
  const workspaceId = useWorkspaceId();
  const list = useListParams();
  const query = useRecordList("marketing_campaigns", { ...list, searchFields: ["name", "kpi_targets.strategy.goal"], expand: "worksheet_id,product_id" });
  const remove = useDeletion("marketing_campaigns");
  const [editing, setEditing] = useState<{ campaign: Campaign | null; withAi: boolean } | null>(null);
  const [deleting, setDeleting] = useState<Campaign | null>(null);
  const keyOf = (campaign: Campaign | null) => generationKey("strategy", workspaceId, campaign?.id);

  const newButton = (
    <Button look="primary" onClick={() => setEditing({ campaign: null, withAi: false })}>
      <Plus aria-hidden="true" className="size-5" />
      {t.campaigns.new}
    </Button>
  );
  const columns: Column<Campaign>[] = [
    {
      header: t.common.name,
      sortField: "name",
      cell: (campaign) => (
        <div className="space-y-1">
          <span className="font-medium">{campaign.name}</span>
          <AiButton generationKey={keyOf(campaign)} onClick={() => setEditing({ campaign, withAi: true })} onlyRun />
        </div>
      ),
    },
    { header: t.common.type, sortField: "campaign_type", wideOnly: true, cell: (campaign) => campaign.campaign_type !== "" && t.campaigns.types[campaign.campaign_type] },
    { header: t.campaigns.worksheet, wideOnly: true, cell: (campaign) => campaign.expand?.worksheet_id?.title },
    { header: t.campaigns.product, wideOnly: true, cell: (campaign) => campaign.expand?.product_id?.name },
    { header: t.common.status, sortField: "status", cell: (campaign) => <Badge tone={statusTones[campaign.status]}>{t.campaigns.statuses[campaign.status]}</Badge> },
    { header: t.campaigns.goal, wideOnly: true, cell: (campaign) => toText(campaign.kpi_targets?.strategy?.goal) },
  ];

  return (
    <div className="space-y-4">
      <PageHeader
        title={t.campaigns.title}
        actions={
          <>
            <AiButton generationKey={keyOf(null)} onClick={() => setEditing({ campaign: null, withAi: true })} />
            {newButton}
          </>
        }
      />
      <SearchBox label={t.campaigns.search} value={list.search} onSearch={list.setSearch} />
      <ListView query={query} search={list.search} emptyText={t.campaigns.empty} emptyAction={newButton} onPage={list.setPage}>
        {(campaigns) => (
          <Table
            caption={t.campaigns.title}
            columns={columns}
            rows={campaigns}
            sort={list.sort}
            onSort={list.setSort}
            actions={(campaign) => (
              <>
                <Link to={`/campaigns/${campaign.id}/briefs`} title={t.campaigns.briefs} aria-label={t.campaigns.briefsOf(campaign.name)} className="inline-flex size-9 shrink-0 items-center justify-center rounded-md hover:bg-raised">
                  <ListTree aria-hidden="true" className="size-5" />
                </Link>
                <IconButton icon={Pencil} title={t.common.edit} onClick={() => setEditing({ campaign, withAi: false })} />
                <IconButton icon={Trash2} title={t.common.delete} danger onClick={() => setDeleting(campaign)} />
              </>
            )}
          />
        )}
      </ListView>
      {editing && <CampaignDialog {...editing} generationKey={keyOf(editing.campaign)} onClose={() => setEditing(null)} />}
      {deleting && (
        <ConfirmDialog
          message={t.campaigns.deleteAsk(deleting.name)}
          onConfirm={() => {
            remove(deleting.id, deleting.name);
            setDeleting(null);
          }}
          onClose={() => setDeleting(null)}
        />
      )}
    </div>
  );
}
