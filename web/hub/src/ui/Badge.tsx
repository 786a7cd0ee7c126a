import type { ReactNode } from "react";
import { classes } from "@/ui/classes";

export type Tone = "neutral" | "accent" | "success" | "warning" | "danger";

const tones: Record<Tone, string> = {
  neutral: "bg-raised text-ink",
  accent: "bg-accent-soft text-ink",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes("inline-block max-w-full truncate rounded-full px-2 py-0.5 text-xs font-medium", tones[tone])}>{children}</span>;
}
