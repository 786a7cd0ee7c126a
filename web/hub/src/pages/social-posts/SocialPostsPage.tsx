import { Layers, Plus } from "lucide-react";
import { useState } from "react";
import { equals } from "@/data/filter";
import type { MasterContent } from "@/data/records";
import { useListParams } from "@/data/useListParams";
import { useRecordList } from "@/data/useRecordList";
import { useTexts } from "@/i18n/useTexts";
import { BatchDialog } from "@/pages/social-posts/BatchDialog";
import { BatchRuns } from "@/pages/social-posts/BatchRuns";
import { MasterCard } from "@/pages/social-posts/MasterCard";
import { MasterDialog } from "@/pages/social-posts/MasterDialog";
import { PostFilters } from "@/pages/social-posts/PostFilters";
import { Button } from "@/ui/Button";
import { ListView } from "@/ui/ListView";
import { PageHeader } from "@/ui/PageHeader";
import { SearchBox } from "@/ui/SearchBox";

export default function SocialPostsPage() {
  const t = useTexts();
  const list = useListParams();
  const [approval, setApproval] = useState<MasterContent["approval_status"]>("");
  const [editing, setEditing] = useState<MasterContent | "new" | null>(null);
  // The campaign of the batch dialog; "" when the user is to choose.
  const [batch, setBatch] = useState<string | null>(null);
  const query = useRecordList("master_contents", {
    ...list,
    perPage: 10,
    searchFields: ["core_message", "campaign_id.name"],
    expand: "campaign_id,primaryMediaIds",
    ...(approval && { filter: equals("approval_status", approval) }),
  });

  const newButton = (
    <Button look="primary" onClick={() => setEditing("new")}>
      <Plus aria-hidden="true" className="size-5" />
      {t.socialPosts.newMaster}
    </Button>
  );
  return (
    <div className="space-y-4">
      <PageHeader
        title={t.socialPosts.title}
        actions={
          <>
            <Button onClick={() => setBatch("")}>
              <Layers aria-hidden="true" className="size-5" />
              {t.socialPosts.batchGenerate}
            </Button>
            {newButton}
          </>
        }
      />
      <BatchRuns onShow={setBatch} />
      <div className="flex flex-wrap items-end gap-3">
        <SearchBox label={t.socialPosts.search} value={list.search} onSearch={list.setSearch} />
        <PostFilters
          sort={list.sort}
          onSort={list.setSort}
          approval={approval}
          onApproval={(status) => {
            setApproval(status);
            list.setPage(1);
          }}
        />
      </div>
      <ListView query={query} search={list.search + approval} emptyText={t.socialPosts.empty} emptyAction={newButton} onPage={list.setPage}>
        {(masters) => (
          <ul className="space-y-4">
            {masters.map((master) => (
              <li key={master.id}>
                <MasterCard master={master} onEdit={() => setEditing(master)} />
              </li>
            ))}
          </ul>
        )}
      </ListView>
      {editing && <MasterDialog {...(editing !== "new" && { master: editing })} onClose={() => setEditing(null)} />}
      {batch !== null && <BatchDialog campaignId={batch} onCampaign={setBatch} onClose={() => setBatch(null)} />}
    </div>
  );
}
