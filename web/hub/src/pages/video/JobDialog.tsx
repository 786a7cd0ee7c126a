import { useState } from "react";
import { toFailure } from "@/data/errors";
import { useTexts } from "@/i18n/useTexts";
import { FileInput } from "@/pages/video/FileInput";
import { emptyJob, type JobForm, problemsOf } from "@/pages/video/jobForm";
import { ProductShots } from "@/pages/video/ProductShots";
import { useCreateJob } from "@/pages/video/useCreateJob";
import { FormDialog } from "@/ui/FormDialog";
import { Input } from "@/ui/Input";
import { Progress } from "@/ui/Progress";
import { Select } from "@/ui/Select";
import { showToast } from "@/ui/toasts";

interface JobDialogProps {
  /** The job was made, or was there already. */
  onCreated: (id: string) => void;
  onClose: () => void;
}

const imageTypes = "image/jpeg,image/png,image/gif,image/webp";

/** Orders a video. */
export function JobDialog({ onCreated, onClose }: JobDialogProps) {
  const t = useTexts();
  const texts = t.video;
  const create = useCreateJob();
  const [values, setValues] = useState<JobForm>(emptyJob);
  const [tried, setTried] = useState(false);
  const problems = problemsOf(values);
  const shown = tried ? problems : problems.filter((problem) => problem !== "productsMissing");
  const change = (part: Partial<JobForm>) => setValues((before) => ({ ...before, ...part }));
  const submit = () => {
    setTried(true);
    if (problems.length === 0) {
      create.mutate(values, {
        onSuccess: ({ id, existed }) => {
          showToast(existed ? texts.existed : texts.created, existed ? "info" : "success");
          onCreated(id);
        },
      });
    }
  };

  return (
    <FormDialog title={texts.new} wide busy={create.isPending} failure={create.error ? toFailure(create.error) : null} submitLabel={texts.order} onSubmit={submit} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Input label={texts.intro} value={values.intro} maxLength={200} onChange={(intro) => change({ intro })} />
        <Input label={texts.outro} value={values.outro} maxLength={200} onChange={(outro) => change({ outro })} />
        <Select
          label={texts.variant}
          value={values.variant}
          options={(["A", "B", "C"] as const).map((variant) => ({ value: variant, label: texts.variants[variant] }))}
          onChange={(variant) => change({ variant })}
        />
        <Input label={texts.priority} type="number" min={1} max={10} step={1} hint={texts.priorityHint} value={values.priority} onChange={(priority) => change({ priority })} />
      </div>
      <ProductShots products={values.products} accept={imageTypes} onChange={(products) => change({ products })} showMissing={shown.includes("productsMissing")} />
      {shown.includes("imageTooLarge") && (
        <p role="alert" className="text-sm text-danger">
          {texts.tooLarge(10)}
        </p>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <FileInput label={texts.music} accept="audio/*" onChoose={(music) => change({ music })} error={shown.includes("musicTooLarge") ? texts.tooLarge(20) : undefined} />
        <FileInput label={texts.logo} accept={imageTypes} onChoose={(logo) => change({ logo })} error={shown.includes("logoTooLarge") ? texts.tooLarge(5) : undefined} />
      </div>
      {create.isPending && <Progress label={texts.uploading} share={create.share} />}
    </FormDialog>
  );
}
