import type { SocialAccount } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { hasToken, isExpired } from "@/pages/social-accounts/accountForm";
import { Badge } from "@/ui/Badge";

/** Whether posts can be published with the account. */
export function TokenState({ account }: { account: SocialAccount }) {
  const t = useTexts();
  if (!hasToken(account)) {
    return <Badge tone="neutral">{t.socialAccounts.noToken}</Badge>;
  }

  return isExpired(account) ? <Badge tone="danger">{t.socialAccounts.expired}</Badge> : <Badge tone="success">{t.socialAccounts.stored}</Badge>;
}
