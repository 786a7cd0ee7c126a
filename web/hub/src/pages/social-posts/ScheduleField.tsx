import { useTexts } from "@/i18n/useTexts";
import { Input } from "@/ui/Input";

interface ScheduleFieldProps {
  /** Of `datetime-local`, in the user's zone. */
  value: string;
  required: boolean;
  missing: boolean;
  onChange: (value: string) => void;
}

/** When a post goes out, with the zone that the time is meant in. */
export function ScheduleField({ value, required, missing, onChange }: ScheduleFieldProps) {
  const t = useTexts();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Input
      label={t.socialPosts.scheduledAt}
      type="datetime-local"
      required={required}
      value={value}
      onChange={onChange}
      hint={t.socialPosts.scheduleHint(zone)}
      error={missing ? t.common.required : undefined}
    />
  );
}
