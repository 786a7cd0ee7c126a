import { useState } from "react";
import { toFailure } from "@/data/errors";
import type { MediaAsset } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { FileField } from "@/pages/media/FileField";
import { measureRatio } from "@/pages/media/measure";
import { aspectRatios, kindOfFile, largestFile, toForm, toValues } from "@/pages/media/mediaForm";
import { useUpload } from "@/pages/media/useUpload";
import { Chips } from "@/ui/Chips";
import { FormDialog } from "@/ui/FormDialog";
import { MediaThumb } from "@/ui/MediaThumb";
import { Progress } from "@/ui/Progress";
import { Select } from "@/ui/Select";
import { showToast } from "@/ui/toasts";
import { useForm } from "@/ui/useForm";

interface MediaDialogProps {
  /** Null for a new one. */
  asset: MediaAsset | null;
  onClose: () => void;
}

const kinds = ["image", "video", "doc"] as const;

/** Uploads a file, or changes what is known of one. */
export function MediaDialog({ asset, onClose }: MediaDialogProps) {
  const t = useTexts();
  const texts = t.media;
  const upload = useUpload();
  const form = useForm(() => toForm(asset));
  const [fileProblem, setFileProblem] = useState<string>();
  const failure = upload.error ? toFailure(upload.error) : null;

  const choose = (file: File | null) => {
    const kind = file && kindOfFile(file.type);
    setFileProblem(file && !kind ? texts.wrongType : file && file.size > largestFile ? texts.tooLarge : undefined);
    form.setValues((before) => ({ ...before, file, ...(kind && { type: kind }) }));
    if (file) {
      void measureRatio(file).then((ratio) => ratio !== "" && form.setValues((before) => ({ ...before, ratio })));
    }
  };
  const submit = () => {
    const { file } = form.values;
    if (fileProblem || (!asset && !file)) {
      setFileProblem(fileProblem ?? t.common.required);
      return;
    }

    upload.mutate(
      { id: asset?.id, values: toValues(form.values) },
      {
        onSuccess: (saved) => {
          showToast(t.common.saved(saved.file));
          onClose();
        },
      },
    );
  };
  const close = () => {
    upload.stop();
    onClose();
  };

  return (
    <FormDialog title={asset ? texts.edit : texts.upload} onClose={close} onSubmit={submit} busy={upload.isPending} failure={failure} submitLabel={asset ? t.common.save : texts.uploadNow}>
      {asset && (
        <div className="flex items-center gap-3">
          <MediaThumb asset={asset} className="size-20" />
          <span className="min-w-0 break-all">{asset.file}</span>
        </div>
      )}
      <FileField id="media-file" label={asset ? texts.replaceFile : texts.file} required={!asset} onChoose={choose} error={fileProblem ?? failure?.fields["file"]} hint={texts.fileHint} />
      <Select id="media-file-type" label={t.common.type} required value={form.values.type} options={kinds.map((kind) => ({ value: kind, label: texts.types[kind] }))} onChange={(kind) => kind !== "" && form.set("type")(kind)} />
      <Select
        id="media-aspect-ratio"
        label={texts.ratio}
        placeholder={t.common.none}
        value={form.values.ratio}
        options={aspectRatios.map((ratio) => ({ value: ratio, label: ratio === "N/A" ? texts.otherRatio : ratio }))}
        onChange={form.set("ratio")}
      />
      <Chips id="media-tags" label={texts.tags} value={form.values.tags} onChange={form.set("tags")} />
      {upload.isPending && form.values.file && <Progress label={texts.uploading(form.values.file.name)} share={upload.share} />}
    </FormDialog>
  );
}
