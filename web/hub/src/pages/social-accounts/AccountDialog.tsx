import { platformNames } from "@/data/platforms";
import type { SocialAccount } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { hasToken, toForm, toValues } from "@/pages/social-accounts/accountForm";
import { FormDialog } from "@/ui/FormDialog";
import { Input } from "@/ui/Input";
import { Select } from "@/ui/Select";
import { useForm } from "@/ui/useForm";
import { useSaving } from "@/ui/useSaving";

interface AccountDialogProps {
  /** Null for a new one. */
  account: SocialAccount | null;
  onClose: () => void;
}

const platforms = ["facebook", "instagram", "linkedin", "twitter", "tiktok", "youtube"] as const;

export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const t = useTexts();
  const texts = t.socialAccounts;
  const { save, busy, failure } = useSaving("social_accounts", onClose);
  const form = useForm(() => toForm(account));
  const tokenHint = account && hasToken(account) ? texts.tokenKept : texts.tokenHint;
  const submit = () => {
    if (form.check("platform", "name", "accountId")) {
      save({ id: account?.id, values: toValues(form.values, account) }, (saved) => saved.account_name);
    }
  };

  return (
    <FormDialog title={account ? texts.edit : texts.new} onClose={onClose} onSubmit={submit} busy={busy} failure={failure}>
      <Select
        label={texts.platform}
        required
        placeholder={t.common.choose}
        value={form.values.platform}
        options={platforms.map((platform) => ({ value: platform, label: platformNames[platform] }))}
        onChange={form.set("platform")}
        error={form.errorOf("platform", failure)}
      />
      <Input label={texts.name} required maxLength={255} value={form.values.name} onChange={form.set("name")} error={form.errorOf("name", null) ?? failure?.fields["account_name"]} />
      <Input
        label={texts.accountId}
        required
        maxLength={255}
        hint={texts.accountIdHint}
        value={form.values.accountId}
        onChange={form.set("accountId")}
        error={form.errorOf("accountId", null) ?? failure?.fields["account_id"]}
      />
      <Input label={texts.accessToken} type="password" autoComplete="new-password" maxLength={5000} hint={tokenHint} value={form.values.accessToken} onChange={form.set("accessToken")} />
      <Input label={texts.refreshToken} type="password" autoComplete="new-password" maxLength={5000} hint={texts.refreshTokenHint} value={form.values.refreshToken} onChange={form.set("refreshToken")} />
      <Input label={texts.expiresAt} type="datetime-local" value={form.values.expiresAt} onChange={form.set("expiresAt")} error={failure?.fields["expires_at"]} />
    </FormDialog>
  );
}
