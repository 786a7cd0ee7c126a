import { type ReactNode, useEffect, useMemo, useState } from "react";
import { loadTexts, storeLanguage } from "@/i18n/languages";
import { TextsContext } from "@/i18n/TextsContext";
import type { Language, Texts } from "@/i18n/texts";

interface TextsProviderProps {
  language: Language;
  texts: Texts;
  children: ReactNode;
}

/** Starts with texts that are loaded already, so that nothing is ever shown without them. */
export function TextsProvider({ language, texts, children }: TextsProviderProps) {
  const [current, setCurrent] = useState({ language, texts });
  useEffect(() => {
    document.documentElement.lang = current.language;
  }, [current.language]);

  const choice = useMemo(
    () => ({
      ...current,
      setLanguage: (next: Language) => {
        void loadTexts(next).then((loaded) => {
          storeLanguage(next);
          setCurrent({ language: next, texts: loaded });
        });
      },
    }),
    [current],
  );
  return <TextsContext value={choice}>{children}</TextsContext>;
}
