import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { toFailure } from "@/data/errors";
import { toText } from "@/data/json";
import { useDeleteRecord } from "@/data/mutations";
import type { Product } from "@/data/records";
import { useListParams } from "@/data/useListParams";
import { useRecordList } from "@/data/useRecordList";
import { useTexts } from "@/i18n/useTexts";
import { ProductDialog } from "@/pages/products/ProductDialog";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { DateTime } from "@/ui/DateTime";
import { failureText } from "@/ui/failureText";
import { IconButton } from "@/ui/IconButton";
import { ListView } from "@/ui/ListView";
import { PageHeader } from "@/ui/PageHeader";
import { SearchBox } from "@/ui/SearchBox";
import { type Column, Table } from "@/ui/Table";
import { showToast } from "@/ui/toasts";

export default function ProductsPage() {
  const t = useTexts();
  const list = useListParams();
  const query = useRecordList("products_services", { ...list, searchFields: ["name", "default_offer"], expand: "brand_id" });
  const remove = useDeleteRecord("products_services");
  const [editing, setEditing] = useState<Product | "new" | null>(null);
  const [deleting, setDeleting] = useState<Product | null>(null);

  const newButton = (
    <Button look="primary" onClick={() => setEditing("new")}>
      <Plus aria-hidden="true" className="size-5" />
      {t.products.new}
    </Button>
  );
  const columns: Column<Product>[] = [
    { header: t.products.name, sortField: "name", cell: (product) => <span className="font-medium">{product.name}</span> },
    { header: t.products.brand, cell: (product) => product.expand?.brand_id?.brand_name },
    { header: t.products.features, wideOnly: true, cell: (product) => toText(product.key_features) },
    { header: t.products.defaultOffer, wideOnly: true, cell: (product) => product.default_offer },
    { header: t.common.created, sortField: "created", wideOnly: true, cell: (product) => <DateTime value={product.created} /> },
  ];
  const confirmDelete = (product: Product) => {
    setDeleting(null);
    remove.mutate(product.id, {
      onSuccess: () => showToast(t.common.deleted(product.name)),
      onError: (error) => showToast(failureText(toFailure(error), t), "error"),
    });
  };

  return (
    <div className="space-y-4">
      <PageHeader title={t.products.title} actions={newButton} />
      <SearchBox label={t.products.search} value={list.search} onSearch={list.setSearch} />
      <ListView query={query} search={list.search} emptyText={t.products.empty} emptyAction={newButton} onPage={list.setPage}>
        {(products) => (
          <Table
            caption={t.products.title}
            columns={columns}
            rows={products}
            sort={list.sort}
            onSort={list.setSort}
            actions={(product) => (
              <>
                <IconButton icon={Pencil} title={t.common.edit} onClick={() => setEditing(product)} />
                <IconButton icon={Trash2} title={t.common.delete} danger onClick={() => setDeleting(product)} />
              </>
            )}
          />
        )}
      </ListView>
      {editing && <ProductDialog product={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
      {deleting && <ConfirmDialog message={t.common.deleteAsk(deleting.name)} onConfirm={() => confirmDelete(deleting)} onClose={() => setDeleting(null)} />}
    </div>
  );
}
