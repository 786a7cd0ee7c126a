import { useContext } from "react";
import { type TextsChoice, TextsContext } from "@/i18n/TextsContext";
import type { Texts } from "@/i18n/texts";

export function useLanguage(): TextsChoice {
  const choice = useContext(TextsContext);
  if (!choice) {
    throw new Error("Texts were asked for outside of TextsProvider.");
  }

  return choice;
}

/** The texts of the page's language: `t.products.title`. */
export function useTexts(): Texts {
  return useLanguage().texts;
}

/** For `Intl`. */
export function useLocale(): string {
  return useLanguage().language === "vi" ? "vi-VN" : "en-GB";
}
