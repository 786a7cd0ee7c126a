import { readStored, writeStored } from "@/app/storage";

export type Theme = "light" | "dark" | "system";

// public/start.js reads the same key before the first paint.
const storageKey = "tmcp_theme";

export function storedTheme(): Theme {
  const stored = readStored(storageKey);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export function applyTheme(theme: Theme): void {
  const isDark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", isDark);
}

export function chooseTheme(theme: Theme): void {
  writeStored(storageKey, theme);
  applyTheme(theme);
}

/** Follows the system while nothing else was chosen. Returns how to stop. */
export function followSystemTheme(): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const onChange = () => applyTheme(storedTheme());
  system.addEventListener("change", onChange);
  return () => system.removeEventListener("change", onChange);
}
