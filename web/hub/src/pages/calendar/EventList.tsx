import { Pencil, Trash2 } from "lucide-react";
import type { InspirationEvent } from "@/data/records";
import { useListParams } from "@/data/useListParams";
import { useRecordList } from "@/data/useRecordList";
import { useTexts } from "@/i18n/useTexts";
import { Badge } from "@/ui/Badge";
import { DateTime } from "@/ui/DateTime";
import { IconButton } from "@/ui/IconButton";
import { ListView } from "@/ui/ListView";
import { SearchBox } from "@/ui/SearchBox";
import { type Column, Table } from "@/ui/Table";

interface EventListProps {
  onEdit: (event: InspirationEvent) => void;
  onDelete: (event: InspirationEvent) => void;
}

/** All events of the workspace, of every month. */
export function EventList({ onEdit, onDelete }: EventListProps) {
  const t = useTexts();
  const texts = t.calendar;
  const list = useListParams("event_date");
  const query = useRecordList("inspiration_events", { ...list, searchFields: ["event_name", "description"] });
  const columns: Column<InspirationEvent>[] = [
    { header: texts.name, sortField: "event_name", cell: (event) => <span className="font-medium break-words">{event.event_name}</span> },
    { header: texts.date, sortField: "event_date", cell: (event) => <DateTime value={event.event_date} dayOnly /> },
    { header: t.common.type, sortField: "type", wideOnly: true, cell: (event) => event.type !== "" && <Badge>{texts.types[event.type]}</Badge> },
    { header: texts.description, wideOnly: true, cell: (event) => <span className="line-clamp-2">{event.description}</span> },
  ];
  return (
    <section className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg font-semibold">{texts.list}</h2>
        <SearchBox label={texts.search} value={list.search} onSearch={list.setSearch} />
      </div>
      <ListView query={query} search={list.search} emptyText={texts.empty} onPage={list.setPage}>
        {(events) => (
          <Table
            caption={texts.list}
            columns={columns}
            rows={events}
            sort={list.sort}
            onSort={list.setSort}
            actions={(event) => (
              <>
                <IconButton icon={Pencil} title={t.common.edit} onClick={() => onEdit(event)} />
                <IconButton icon={Trash2} title={t.common.delete} danger onClick={() => onDelete(event)} />
              </>
            )}
          />
        )}
      </ListView>
    </section>
  );
}
