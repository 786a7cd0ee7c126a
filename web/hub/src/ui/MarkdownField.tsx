import { useTexts } from "@/i18n/useTexts";
import { Markdown } from "@/ui/Markdown";
import { Tabs } from "@/ui/Tabs";
import { Textarea } from "@/ui/Textarea";

interface MarkdownFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  error?: string | undefined;
}

/** Markdown to write, and how it will look. */
export function MarkdownField({ label, value, onChange, rows = 14, error }: MarkdownFieldProps) {
  const t = useTexts();
  return (
    <Tabs
      label={label}
      tabs={[
        { value: "write", label: t.common.write, content: <Textarea label={label} className="font-mono text-sm" rows={rows} value={value} onChange={onChange} error={error} hint={t.common.markdownHint} /> },
        { value: "preview", label: t.common.preview, content: value.trim() === "" ? <p className="py-6 text-center text-muted">{t.common.previewEmpty}</p> : <Markdown text={value} /> },
      ]}
    />
  );
}
