import { ExternalLink, Pencil, Trash2 } from "lucide-react";
import { fileAddress } from "@/data/files";
import { toTexts } from "@/data/json";
import type { MediaAsset } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { Badge } from "@/ui/Badge";
import { DateTime } from "@/ui/DateTime";
import { IconButton } from "@/ui/IconButton";
import { MediaThumb } from "@/ui/MediaThumb";
import { type Column, Table } from "@/ui/Table";

interface MediaTableProps {
  assets: readonly MediaAsset[];
  sort: string;
  onSort: (sort: string) => void;
  chosen: readonly MediaAsset[];
  onToggle: (asset: MediaAsset, isChosen: boolean) => void;
  onEdit: (asset: MediaAsset) => void;
  onDelete: (asset: MediaAsset) => void;
}

export function MediaTable({ assets, sort, onSort, chosen, onToggle, onEdit, onDelete }: MediaTableProps) {
  const t = useTexts();
  const texts = t.media;
  const columns: Column<MediaAsset>[] = [
    {
      header: texts.choose,
      cell: (asset) => (
        <input
          type="checkbox"
          className="size-4 accent-accent"
          aria-label={texts.chooseFile(asset.file)}
          checked={chosen.some(({ id }) => id === asset.id)}
          onChange={(event) => onToggle(asset, event.target.checked)}
        />
      ),
    },
    {
      header: texts.file,
      sortField: "file",
      cell: (asset) => (
        <div className="flex flex-wrap items-center gap-3 sm:flex-nowrap">
          <MediaThumb asset={asset} />
          <a href={fileAddress(asset, asset.file)} target="_blank" rel="noreferrer" className="inline-flex min-w-0 items-center gap-1 break-all text-accent underline">
            {asset.file}
            <ExternalLink aria-hidden="true" className="size-4 shrink-0" />
          </a>
        </div>
      ),
    },
    { header: t.common.type, sortField: "file_type", wideOnly: true, cell: (asset) => <Badge>{texts.types[asset.file_type]}</Badge> },
    { header: texts.ratio, sortField: "aspect_ratio", wideOnly: true, cell: (asset) => (asset.aspect_ratio === "N/A" ? texts.otherRatio : asset.aspect_ratio) },
    { header: texts.tags, wideOnly: true, cell: (asset) => toTexts(asset.tags).join(", ") },
    { header: t.common.created, sortField: "created", wideOnly: true, cell: (asset) => <DateTime value={asset.created} /> },
  ];
  return (
    <Table
      caption={texts.title}
      columns={columns}
      rows={assets}
      sort={sort}
      onSort={onSort}
      actions={(asset) => (
        <>
          <IconButton icon={Pencil} title={t.common.edit} onClick={() => onEdit(asset)} />
          <IconButton icon={Trash2} title={t.common.delete} danger onClick={() => onDelete(asset)} />
        </>
      )}
    />
  );
}
