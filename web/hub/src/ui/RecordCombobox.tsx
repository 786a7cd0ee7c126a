import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { oneOf } from "@/data/filter";
import { keys } from "@/data/keys";
import { pocketbase } from "@/data/pocketbase";
import type { CollectionName } from "@/data/records";
import { useRecordList } from "@/data/useRecordList";
import { Combobox } from "@/ui/Combobox";
import type { FieldProps } from "@/ui/Field";
import { useWorkspaceId } from "@/workspaces/useWorkspace";

interface RecordComboboxProps extends FieldProps {
  collection: CollectionName;
  /** The field that names a record. */
  labelField: string;
  /** Ids. */
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** Narrows the choice; build it with `@/data/filter`. */
  filter?: string;
  multiple?: boolean;
  disabled?: boolean;
}

/** Records of another collection to point to, searched at the server. */
export function RecordCombobox({ collection, labelField, value, onChange, filter, multiple = false, disabled = false, ...field }: RecordComboboxProps) {
  const [search, setSearch] = useState("");
  const found = useRecordList(collection, {
    search: useDeferredValue(search),
    searchFields: [labelField],
    sort: labelField,
    perPage: 50,
    ...(filter && { filter }),
  });
  const labels = useLabels(collection, labelField, value);
  const label = (record: { [name: string]: unknown }) => String(record[labelField] ?? "");
  const options = (found.data?.items ?? []).map((record) => ({ value: record.id, label: label(record) }));
  const known = new Map([...(labels.data ?? []), ...options.map((option) => [option.value, option.label] as const)]);

  return (
    <Combobox
      {...field}
      multiple={multiple}
      disabled={disabled}
      selected={value.map((id) => ({ value: id, label: known.get(id) ?? "…" }))}
      onChange={(selected) => onChange(selected.map((option) => option.value))}
      options={options}
      search={search}
      onSearch={setSearch}
      loading={found.isFetching}
    />
  );
}

// The names of what is chosen already: it need not be on the first page of the choice.
function useLabels(collection: CollectionName, labelField: string, ids: readonly string[]) {
  const workspaceId = useWorkspaceId();
  return useQuery({
    queryKey: [...keys.lists(collection, workspaceId), "labels", labelField, ...ids],
    queryFn: async ({ signal }): Promise<[string, string][]> => {
      const page = await pocketbase.collection(collection).getList(1, 200, { filter: oneOf("id", ids), fields: `id,${labelField}`, skipTotal: true, signal });
      return page.items.map((record) => [record.id, String(record[labelField] ?? "")]);
    },
    enabled: ids.length > 0 && workspaceId !== "",
  });
}
