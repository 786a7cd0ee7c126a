import { changes } from "@/data/changes";
import type { Worksheet } from "@/data/records";

export interface WorksheetForm {
  title: string;
  brands: string[];
  personas: string[];
  status: Worksheet["status"];
  content: string;
}

export const statuses: readonly Worksheet["status"][] = ["draft", "processing", "completed", "archived"];

export function toForm(worksheet: Worksheet | null): WorksheetForm {
  return {
    title: worksheet?.title ?? "",
    brands: worksheet?.brandRefs ?? [],
    personas: worksheet?.customerRefs ?? [],
    status: worksheet?.status ?? "draft",
    content: worksheet?.agent_context?.content ?? "",
  };
}

/** What is to be saved: all of a new worksheet, and of an existing one what was changed. */
export function toValues(form: WorksheetForm, worksheet: Worksheet | null): Record<string, unknown> {
  const values = write(form, worksheet);
  return worksheet ? changes(write(toForm(worksheet), worksheet), values) : values;
}

function write(form: WorksheetForm, worksheet: Worksheet | null): Record<string, unknown> {
  return {
    title: form.title.trim(),
    brandRefs: form.brands,
    customerRefs: form.personas,
    status: form.status,
    // Other services keep their own entries beside the text.
    agent_context: { ...worksheet?.agent_context, content: form.content },
  };
}

const excerptLength = 220;

/** The beginning of a worksheet's text, line by line without the marks of Markdown. */
export function excerpt(content: string): string {
  const plain = content
    .replaceAll(/^\s*(#{1,6}|[-*+>]|\d+\.)\s+/gm, "")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[*_`|]+/g, "")
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/\s*\n\s*/g, "\n")
    .trim();
  return plain.length <= excerptLength ? plain : `${plain.slice(0, excerptLength).trimEnd()}…`;
}
