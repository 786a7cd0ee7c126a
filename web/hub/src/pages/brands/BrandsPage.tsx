import { Plus } from "lucide-react";
import { useState } from "react";
import { AiButton } from "@/agent/AiButton";
import { generationKey } from "@/agent/generationKey";
import type { Brand } from "@/data/records";
import { useListParams } from "@/data/useListParams";
import { useRecordList } from "@/data/useRecordList";
import { useTexts } from "@/i18n/useTexts";
import { BrandCard } from "@/pages/brands/BrandCard";
import { BrandDialog } from "@/pages/brands/BrandDialog";
import { Button } from "@/ui/Button";
import { CardGrid } from "@/ui/CardGrid";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { ListView } from "@/ui/ListView";
import { PageHeader } from "@/ui/PageHeader";
import { SearchBox } from "@/ui/SearchBox";
import { SortSelect } from "@/ui/SortSelect";
import { useDeletion } from "@/ui/useDeletion";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

export default function BrandsPage() {
  const t = useTexts();
  const workspaceId = useWorkspaceId();
  const list = useListParams();
  const query = useRecordList("brand_identities", { ...list, searchFields: ["brand_name", "core_messaging.slogan", "core_messaging.keywords"], expand: "logo" });
  const remove = useDeletion("brand_identities", t.brands.deleteRefused);
  const [editing, setEditing] = useState<{ brand: Brand | null; withAi: boolean } | null>(null);
  const [deleting, setDeleting] = useState<Brand | null>(null);
  const keyOf = (brand: Brand | null) => generationKey("brand", workspaceId, brand?.id);

  const newButton = (
    <Button look="primary" onClick={() => setEditing({ brand: null, withAi: false })}>
      <Plus aria-hidden="true" className="size-5" />
      {t.brands.new}
    </Button>
  );

  return (
    <div className="space-y-4">
      <PageHeader
        title={t.brands.title}
        actions={
          <>
            <AiButton generationKey={keyOf(null)} onClick={() => setEditing({ brand: null, withAi: true })} />
            {newButton}
          </>
        }
      />
      <div className="flex flex-wrap gap-2">
        <SearchBox label={t.brands.search} value={list.search} onSearch={list.setSearch} />
        <SortSelect value={list.sort} onChange={list.setSort} nameField="brand_name" />
      </div>
      <ListView query={query} search={list.search} emptyText={t.brands.empty} emptyAction={newButton} onPage={list.setPage}>
        {(brands) => (
          <CardGrid>
            {brands.map((brand) => (
              <BrandCard
                key={brand.id}
                brand={brand}
                generationKey={keyOf(brand)}
                onEdit={() => setEditing({ brand, withAi: false })}
                onAi={() => setEditing({ brand, withAi: true })}
                onDelete={() => setDeleting(brand)}
              />
            ))}
          </CardGrid>
        )}
      </ListView>
      {editing && <BrandDialog {...editing} generationKey={keyOf(editing.brand)} onClose={() => setEditing(null)} />}
      {deleting && (
        <ConfirmDialog
          message={t.common.deleteAsk(deleting.brand_name)}
          onConfirm={() => {
            remove(deleting.id, deleting.brand_name);
            setDeleting(null);
          }}
          onClose={() => setDeleting(null)}
        />
      )}
    </div>
  );
}
