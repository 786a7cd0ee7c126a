import type { RecordModel } from "pocketbase";
import { pocketbase } from "@/data/pocketbase";

/** Where the browser finds a file of a record; empty for none. `thumb` is for pictures, such as `100x100`. */
export function fileAddress(record: RecordModel, file: string, thumb?: string): string {
  return file === "" ? "" : pocketbase.files.getURL(record, file, thumb === undefined ? {} : { thumb });
}
