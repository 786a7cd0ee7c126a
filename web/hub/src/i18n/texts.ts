import type { en } from "@/i18n/en";

/** All texts of a language. English is the measure: a language that lacks one, or has one too many, does not compile. */
export type Texts = typeof en;

export type Language = "en" | "vi";
