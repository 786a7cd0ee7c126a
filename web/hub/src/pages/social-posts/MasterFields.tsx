import type { Failure } from "@/data/errors";
import { useTexts } from "@/i18n/useTexts";
import type { MasterForm } from "@/pages/social-posts/masterForm";
import { Chips } from "@/ui/Chips";
import { Input } from "@/ui/Input";
import { MediaField } from "@/ui/MediaField";
import { RecordCombobox } from "@/ui/RecordCombobox";
import { Select } from "@/ui/Select";
import { Textarea } from "@/ui/Textarea";
import type { useForm } from "@/ui/useForm";

interface MasterFieldsProps {
  form: ReturnType<typeof useForm<MasterForm>>;
  failure: Failure | null;
}

const statuses = ["pending", "approved", "rejected", "revision_needed"] as const;

export function MasterFields({ form, failure }: MasterFieldsProps) {
  const t = useTexts();
  const texts = t.socialPosts;
  const { values, set } = form;
  return (
    <>
      <RecordCombobox
        label={texts.campaign}
        collection="marketing_campaigns"
        labelField="name"
        value={values.campaignId === "" ? [] : [values.campaignId]}
        onChange={([campaignId = ""]) => set("campaignId")(campaignId)}
        hint={texts.campaignHint}
      />
      <Textarea label={texts.coreMessage} required rows={6} value={values.coreMessage} onChange={set("coreMessage")} error={form.errorOf("coreMessage", null) ?? failure?.fields["core_message"]} />
      <Textarea label={texts.extendedMessage} rows={4} value={values.extendedMessage} onChange={set("extendedMessage")} />
      <Input label={texts.callToAction} value={values.callToAction} onChange={set("callToAction")} />
      <Chips label={texts.hashtags} value={values.hashtags} onChange={set("hashtags")} />
      <Select
        label={texts.approval}
        value={values.approvalStatus}
        {...(values.approvalStatus === "" && { placeholder: t.common.none })}
        options={statuses.map((status) => ({ value: status, label: texts.approvalStatus[status] }))}
        onChange={set("approvalStatus")}
      />
      <MediaField label={texts.media} value={values.mediaIds} onChange={set("mediaIds")} />
    </>
  );
}
