import { toFailure } from "@/data/errors";
import type { MediaAsset } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { useDeleteAssets } from "@/pages/media/useDeleteAssets";
import { UsesList } from "@/pages/media/UsesList";
import { countUses } from "@/pages/media/uses";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { failureText } from "@/ui/failureText";
import { Loading } from "@/ui/Loading";
import { Progress } from "@/ui/Progress";
import { showToast } from "@/ui/toasts";

interface DeleteDialogProps {
  assets: readonly MediaAsset[];
  onDeleted: () => void;
  onClose: () => void;
}

/** Says where the files are used, then deletes them. */
export function DeleteDialog({ assets, onDeleted, onClose }: DeleteDialogProps) {
  const t = useTexts();
  const texts = t.media;
  const { uses, progress, start } = useDeleteAssets(assets);
  const failed = uses.find(({ isError }) => isError);
  const isChecking = uses.some(({ isPending }) => isPending);
  const used = assets.flatMap((asset, index) => {
    const found = uses[index]?.data;
    return found && countUses(found) > 0 ? [{ asset, uses: found }] : [];
  });
  const isRunning = progress !== null && progress.done + progress.failed.length < assets.length;

  const confirm = () =>
    void start().then(({ done, failed: kept }) => {
      onDeleted();
      if (kept.length === 0) {
        showToast(texts.deleted(done));
        onClose();
      }
    });

  return (
    <Dialog
      title={assets.length === 1 ? texts.deleteOne : texts.deleteMany(assets.length)}
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onClick={onClose}>
            {progress === null ? t.common.cancel : t.common.close}
          </Button>
          {progress === null && (
            <Button look="danger" disabled={isChecking || failed !== undefined} onClick={confirm}>
              {assets.length === 1 ? texts.deleteAsset : texts.deleteAssets}
            </Button>
          )}
        </>
      }
    >
      <div className="space-y-4">
        <p className="break-words">{assets.length === 1 ? t.common.deleteAsk(assets[0]?.file ?? "") : texts.deleteManyAsk(assets.length)}</p>
        {isChecking && <Loading />}
        {failed && (
          <div role="alert" className="flex flex-wrap items-center gap-3 rounded-md bg-danger-soft px-3 py-2 text-danger">
            <span className="grow">{failureText(toFailure(failed.error), t)}</span>
            <Button size="small" onClick={() => uses.forEach(({ refetch }) => void refetch())}>
              {t.common.retry}
            </Button>
          </div>
        )}
        {!isChecking && !failed && used.length === 0 && progress === null && <p className="text-muted">{texts.unused}</p>}
        {progress === null && used.map((item) => <UsesList key={item.asset.id} asset={item.asset} uses={item.uses} />)}
        {progress && <Progress label={texts.deleting(progress.done, assets.length)} share={(progress.done + progress.failed.length) / assets.length} />}
        {isRunning && <p className="text-sm text-muted">{texts.deletingHint}</p>}
        {progress?.failed.map(({ asset, failure }) => (
          <p key={asset.id} role="alert" className="break-words text-danger">
            {asset.file}: {failureText(failure, t)}
          </p>
        ))}
      </div>
    </Dialog>
  );
}
