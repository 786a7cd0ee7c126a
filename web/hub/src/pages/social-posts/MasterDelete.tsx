import { useQueryClient } from "@tanstack/react-query";
import { toFailure } from "@/data/errors";
import { keys } from "@/data/keys";
import { useDeleteRecord } from "@/data/mutations";
import type { MasterContent } from "@/data/records";
import { refresh } from "@/data/refresh";
import { useTexts } from "@/i18n/useTexts";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { failureText } from "@/ui/failureText";
import { showToast } from "@/ui/toasts";

interface MasterDeleteProps {
  master: MasterContent;
  /** Its first words. */
  name: string;
  /** How many go with it. */
  variants: number;
  onClose: () => void;
}

export function MasterDelete({ master, name, variants, onClose }: MasterDeleteProps) {
  const t = useTexts();
  const client = useQueryClient();
  const remove = useDeleteRecord("master_contents");
  const confirm = () => {
    // The dialog goes with the card, which vanishes at once: so what follows does not hang on either.
    void remove.mutateAsync(master.id).then(
      () => showToast(t.common.deleted(name)),
      (error: unknown) => {
        showToast(failureText(toFailure(error), t), "error");
        void refresh(client, keys.workspaceRecords(master.workspace_id));
      },
    );
    onClose();
  };
  return <ConfirmDialog message={`${t.common.deleteAsk(name)}${variants > 0 ? ` ${t.socialPosts.variantsGoToo(variants)}` : ""}`} onConfirm={confirm} onClose={onClose} />;
}
