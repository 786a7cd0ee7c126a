import { loadScript } from "@/app/script";
import { readStored, writeStored } from "@/app/storage";
import type { Language, Texts } from "@/i18n/texts";

const storageKey = "tmcp_language";

/** The language chosen on this device, or else the browser's, or else English. */
export function storedLanguage(): Language {
  const stored = readStored(storageKey);
  return stored === "en" || stored === "vi" ? stored : navigator.language.startsWith("vi") ? "vi" : "en";
}

export function storeLanguage(language: Language): void {
  writeStored(storageKey, language);
}

/** Each language is a file of its own, so that nobody loads two. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === "vi" ? (await loadScript(() => import("@/i18n/vi"))).vi : (await loadScript(() => import("@/i18n/en"))).en;
}
