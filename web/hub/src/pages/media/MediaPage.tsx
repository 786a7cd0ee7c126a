import { Trash2, Upload } from "lucide-react";
import { useState } from "react";
import { equals } from "@/data/filter";
import type { MediaAsset } from "@/data/records";
import { useListParams } from "@/data/useListParams";
import { useRecordList } from "@/data/useRecordList";
import { useTexts } from "@/i18n/useTexts";
import { DeleteDialog } from "@/pages/media/DeleteDialog";
import { MediaDialog } from "@/pages/media/MediaDialog";
import { MediaTable } from "@/pages/media/MediaTable";
import { Button } from "@/ui/Button";
import { ListView } from "@/ui/ListView";
import { PageHeader } from "@/ui/PageHeader";
import { SearchBox } from "@/ui/SearchBox";
import { Select } from "@/ui/Select";

const kinds = ["image", "video", "doc"] as const;

export default function MediaPage() {
  const t = useTexts();
  const texts = t.media;
  const list = useListParams();
  const [kind, setKind] = useState<MediaAsset["file_type"] | "">("");
  const [editing, setEditing] = useState<MediaAsset | "new" | null>(null);
  const [chosen, setChosen] = useState<readonly MediaAsset[]>([]);
  const [deleting, setDeleting] = useState<readonly MediaAsset[]>([]);
  const query = useRecordList("media_assets", { ...list, perPage: 12, searchFields: ["file", "tags"], ...(kind && { filter: equals("file_type", kind) }) });

  const newButton = (
    <Button look="primary" onClick={() => setEditing("new")}>
      <Upload aria-hidden="true" className="size-5" />
      {texts.upload}
    </Button>
  );
  const toggle = (asset: MediaAsset, isChosen: boolean) => setChosen((before) => [...before.filter(({ id }) => id !== asset.id), ...(isChosen ? [asset] : [])]);

  return (
    <div className="space-y-4">
      <PageHeader title={texts.title} actions={newButton} />
      <div className="flex flex-wrap items-end gap-3">
        <SearchBox label={texts.search} value={list.search} onSearch={list.setSearch} />
        <Select
          label={t.common.type}
          placeholder={t.common.all}
          value={kind}
          options={kinds.map((value) => ({ value, label: texts.types[value] }))}
          onChange={(value) => {
            setKind(value);
            list.setPage(1);
          }}
        />
        {chosen.length > 0 && (
          <div className="flex flex-wrap gap-2">
            <Button look="danger" onClick={() => setDeleting(chosen)}>
              <Trash2 aria-hidden="true" className="size-4" />
              {texts.deleteChosen(chosen.length)}
            </Button>
            <Button onClick={() => setChosen([])}>{texts.chooseNone}</Button>
          </div>
        )}
      </div>
      <ListView query={query} search={list.search + kind} emptyText={texts.empty} emptyAction={newButton} onPage={list.setPage}>
        {(assets) => <MediaTable assets={assets} sort={list.sort} onSort={list.setSort} chosen={chosen} onToggle={toggle} onEdit={setEditing} onDelete={(asset) => setDeleting([asset])} />}
      </ListView>
      {editing && <MediaDialog asset={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
      {deleting.length > 0 && <DeleteDialog assets={deleting} onDeleted={() => setChosen([])} onClose={() => setDeleting([])} />}
    </div>
  );
}
