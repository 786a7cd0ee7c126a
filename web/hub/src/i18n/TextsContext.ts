import { createContext } from "react";
import type { Language, Texts } from "@/i18n/texts";

export interface TextsChoice {
  language: Language;
  texts: Texts;
  setLanguage: (language: Language) => void;
}

export const TextsContext = createContext<TextsChoice | null>(null);
