import { Plus } from "lucide-react";
import { useState } from "react";
import { AiButton } from "@/agent/AiButton";
import { generationKey } from "@/agent/generationKey";
import type { Worksheet } from "@/data/records";
import { useListParams } from "@/data/useListParams";
import { useRecordList } from "@/data/useRecordList";
import { useTexts } from "@/i18n/useTexts";
import { WorksheetCard } from "@/pages/worksheets/WorksheetCard";
import { WorksheetDialog } from "@/pages/worksheets/WorksheetDialog";
import { Button } from "@/ui/Button";
import { CardGrid } from "@/ui/CardGrid";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { ListView } from "@/ui/ListView";
import { PageHeader } from "@/ui/PageHeader";
import { SearchBox } from "@/ui/SearchBox";
import { SortSelect } from "@/ui/SortSelect";
import { useDeletion } from "@/ui/useDeletion";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

export default function WorksheetsPage() {
  const t = useTexts();
  const workspaceId = useWorkspaceId();
  const list = useListParams();
  const query = useRecordList("worksheets", { ...list, searchFields: ["title", "agent_context.content"], expand: "brandRefs,customerRefs" });
  const remove = useDeletion("worksheets");
  const [editing, setEditing] = useState<{ worksheet: Worksheet | null; withAi: boolean } | null>(null);
  const [deleting, setDeleting] = useState<Worksheet | null>(null);
  const keyOf = (worksheet: Worksheet | null) => generationKey("worksheet", workspaceId, worksheet?.id);

  const newButton = (
    <Button look="primary" onClick={() => setEditing({ worksheet: null, withAi: false })}>
      <Plus aria-hidden="true" className="size-5" />
      {t.worksheets.new}
    </Button>
  );

  return (
    <div className="space-y-4">
      <PageHeader
        title={t.worksheets.title}
        actions={
          <>
            <AiButton generationKey={keyOf(null)} onClick={() => setEditing({ worksheet: null, withAi: true })} />
            {newButton}
          </>
        }
      />
      <div className="flex flex-wrap gap-2">
        <SearchBox label={t.worksheets.search} value={list.search} onSearch={list.setSearch} />
        <SortSelect value={list.sort} onChange={list.setSort} nameField="title" />
      </div>
      <ListView query={query} search={list.search} emptyText={t.worksheets.empty} emptyAction={newButton} onPage={list.setPage}>
        {(worksheets) => (
          <CardGrid>
            {worksheets.map((worksheet) => (
              <WorksheetCard
                key={worksheet.id}
                worksheet={worksheet}
                generationKey={keyOf(worksheet)}
                onEdit={() => setEditing({ worksheet, withAi: false })}
                onAi={() => setEditing({ worksheet, withAi: true })}
                onDelete={() => setDeleting(worksheet)}
              />
            ))}
          </CardGrid>
        )}
      </ListView>
      {editing && <WorksheetDialog {...editing} generationKey={keyOf(editing.worksheet)} onClose={() => setEditing(null)} />}
      {deleting && (
        <ConfirmDialog
          message={t.common.deleteAsk(deleting.title)}
          onConfirm={() => {
            remove(deleting.id, deleting.title);
            setDeleting(null);
          }}
          onClose={() => setDeleting(null)}
        />
      )}
    </div>
  );
}
