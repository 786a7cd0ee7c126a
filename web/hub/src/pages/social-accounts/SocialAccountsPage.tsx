import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { toFailure } from "@/data/errors";
import { useDeleteRecord } from "@/data/mutations";
import { platformNames } from "@/data/platforms";
import type { SocialAccount } from "@/data/records";
import { useListParams } from "@/data/useListParams";
import { useRecordList } from "@/data/useRecordList";
import { useTexts } from "@/i18n/useTexts";
import { AccountDialog } from "@/pages/social-accounts/AccountDialog";
import { TokenState } from "@/pages/social-accounts/TokenState";
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

export default function SocialAccountsPage() {
  const t = useTexts();
  const texts = t.socialAccounts;
  const list = useListParams("platform");
  const query = useRecordList("social_accounts", { ...list, searchFields: ["account_name", "account_id", "platform"] });
  const remove = useDeleteRecord("social_accounts");
  const [editing, setEditing] = useState<SocialAccount | "new" | null>(null);
  const [deleting, setDeleting] = useState<SocialAccount | null>(null);

  const newButton = (
    <Button look="primary" onClick={() => setEditing("new")}>
      <Plus aria-hidden="true" className="size-5" />
      {texts.new}
    </Button>
  );
  const columns: Column<SocialAccount>[] = [
    { header: texts.platform, sortField: "platform", cell: (account) => platformNames[account.platform] },
    { header: texts.name, sortField: "account_name", cell: (account) => <span className="font-medium break-words">{account.account_name}</span> },
    { header: texts.accountId, wideOnly: true, cell: (account) => <span className="break-all">{account.account_id}</span> },
    { header: texts.token, cell: (account) => <TokenState account={account} /> },
    { header: texts.expiresAt, sortField: "expires_at", wideOnly: true, cell: (account) => <DateTime value={account.expires_at} /> },
  ];
  const confirmDelete = (account: SocialAccount) => {
    setDeleting(null);
    remove.mutate(account.id, {
      onSuccess: () => showToast(t.common.deleted(account.account_name)),
      onError: (error) => showToast(failureText(toFailure(error), t), "error"),
    });
  };

  return (
    <div className="space-y-4">
      <PageHeader title={texts.title} actions={newButton} />
      <SearchBox label={texts.search} value={list.search} onSearch={list.setSearch} />
      <ListView query={query} search={list.search} emptyText={texts.empty} emptyAction={newButton} onPage={list.setPage}>
        {(accounts) => (
          <Table
            caption={texts.title}
            columns={columns}
            rows={accounts}
            sort={list.sort}
            onSort={list.setSort}
            actions={(account) => (
              <>
                <IconButton icon={Pencil} title={t.common.edit} onClick={() => setEditing(account)} />
                <IconButton icon={Trash2} title={t.common.delete} danger onClick={() => setDeleting(account)} />
              </>
            )}
          />
        )}
      </ListView>
      {editing && <AccountDialog account={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
      {deleting && <ConfirmDialog message={t.common.deleteAsk(deleting.account_name)} onConfirm={() => confirmDelete(deleting)} onClose={() => setDeleting(null)} />}
    </div>
  );
}
