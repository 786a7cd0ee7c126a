import type { MasterContent } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { Select } from "@/ui/Select";

interface PostFiltersProps {
  sort: string;
  onSort: (sort: string) => void;
  approval: MasterContent["approval_status"];
  onApproval: (approval: MasterContent["approval_status"]) => void;
}

const statuses = ["pending", "approved", "rejected", "revision_needed"] as const;

/** In what order, and which of them. Both are the server's work. */
export function PostFilters({ sort, onSort, approval, onApproval }: PostFiltersProps) {
  const t = useTexts();
  const texts = t.socialPosts;
  const orders = [
    { value: "-created", label: t.common.sortNewest },
    { value: "created", label: t.common.sortOldest },
    { value: "-updated", label: texts.sortChanged },
    { value: "updated", label: texts.sortUnchanged },
    { value: "campaign_id.name", label: texts.sortCampaign },
    { value: "-campaign_id.name", label: texts.sortCampaignDown },
    { value: "core_message", label: texts.sortText },
    { value: "-core_message", label: texts.sortTextDown },
    { value: "approval_status", label: texts.sortApproval },
  ];
  return (
    <>
      <Select label={t.common.sort} value={sort} options={orders} onChange={onSort} />
      <Select
        label={texts.approval}
        value={approval}
        placeholder={t.common.all}
        options={statuses.map((status) => ({ value: status, label: texts.approvalStatus[status] }))}
        onChange={onApproval}
      />
    </>
  );
}
