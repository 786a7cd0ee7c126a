import { equals } from "@/data/filter";
import type { Platform } from "@/data/records";
import { useRecordList } from "@/data/useRecordList";
import { useWorkspace } from "@/workspaces/useWorkspace";

/** Who posts on a platform: the workspace's account there, or else the workspace. */
export function useAccountName(platform: Platform): string {
  const { current } = useWorkspace();
  const isSocial = platform !== "blog" && platform !== "email";
  const { data } = useRecordList("social_accounts", { filter: equals("platform", platform), sort: "created", perPage: 1, enabled: isSocial });
  const account = isSocial ? data?.items[0] : undefined;
  return account?.platform === platform ? account.account_name : (current?.name ?? "");
}
