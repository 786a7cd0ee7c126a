import { oneOf } from "@/data/filter";
import type { CollectionName } from "@/data/records";
import { useRecordList } from "@/data/useRecordList";

/** Records by their ids, in the order of the ids; those that are gone are left out. At most 100. */
export function useRecordsById<Name extends CollectionName>(collection: Name, ids: readonly string[]) {
  const { data } = useRecordList(collection, { filter: oneOf("id", ids.slice(0, 100)), perPage: 100, sort: "id", enabled: ids.length > 0 });
  return ids.flatMap((id) => data?.items.find((record) => record.id === id) ?? []);
}
