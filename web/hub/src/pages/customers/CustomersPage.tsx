import { Plus } from "lucide-react";
import { useState } from "react";
import { AiButton } from "@/agent/AiButton";
import { generationKey } from "@/agent/generationKey";
import type { Persona } from "@/data/records";
import { useListParams } from "@/data/useListParams";
import { useRecordList } from "@/data/useRecordList";
import { useTexts } from "@/i18n/useTexts";
import { PersonaCard } from "@/pages/customers/PersonaCard";
import { PersonaDialog } from "@/pages/customers/PersonaDialog";
import { Button } from "@/ui/Button";
import { CardGrid } from "@/ui/CardGrid";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { ListView } from "@/ui/ListView";
import { PageHeader } from "@/ui/PageHeader";
import { SearchBox } from "@/ui/SearchBox";
import { SortSelect } from "@/ui/SortSelect";
import { useDeletion } from "@/ui/useDeletion";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

export default function CustomersPage() {
  const t = useTexts();
  const workspaceId = useWorkspaceId();
  const list = useListParams();
  const query = useRecordList("customer_personas", { ...list, searchFields: ["persona_name", "summary", "demographics.occupation", "demographics.location"], expand: "avatar" });
  const remove = useDeletion("customer_personas");
  const [editing, setEditing] = useState<{ persona: Persona | null; withAi: boolean } | null>(null);
  const [deleting, setDeleting] = useState<Persona | null>(null);
  const keyOf = (persona: Persona | null) => generationKey("persona", workspaceId, persona?.id);

  const newButton = (
    <Button look="primary" onClick={() => setEditing({ persona: null, withAi: false })}>
      <Plus aria-hidden="true" className="size-5" />
      {t.customers.new}
    </Button>
  );

  return (
    <div className="space-y-4">
      <PageHeader
        title={t.customers.title}
        actions={
          <>
            <AiButton generationKey={keyOf(null)} onClick={() => setEditing({ persona: null, withAi: true })} />
            {newButton}
          </>
        }
      />
      <div className="flex flex-wrap gap-2">
        <SearchBox label={t.customers.search} value={list.search} onSearch={list.setSearch} />
        <SortSelect value={list.sort} onChange={list.setSort} nameField="persona_name" />
      </div>
      <ListView query={query} search={list.search} emptyText={t.customers.empty} emptyAction={newButton} onPage={list.setPage}>
        {(personas) => (
          <CardGrid>
            {personas.map((persona) => (
              <PersonaCard
                key={persona.id}
                persona={persona}
                generationKey={keyOf(persona)}
                onEdit={() => setEditing({ persona, withAi: false })}
                onAi={() => setEditing({ persona, withAi: true })}
                onDelete={() => setDeleting(persona)}
              />
            ))}
          </CardGrid>
        )}
      </ListView>
      {editing && <PersonaDialog {...editing} generationKey={keyOf(editing.persona)} onClose={() => setEditing(null)} />}
      {deleting && (
        <ConfirmDialog
          message={t.common.deleteAsk(deleting.persona_name)}
          onConfirm={() => {
            remove(deleting.id, deleting.persona_name);
            setDeleting(null);
          }}
          onClose={() => setDeleting(null)}
        />
      )}
    </div>
  );
}
