import "@/index.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "@/app/App";
import { createQueryClient } from "@/app/queryClient";
import { applyTheme, followSystemTheme, storedTheme } from "@/app/theme";
import { loadTexts, storedLanguage } from "@/i18n/languages";
import { TextsProvider } from "@/i18n/TextsProvider";
import { SessionProvider } from "@/session/SessionProvider";

applyTheme(storedTheme());
followSystemTheme();

const root = document.getElementById("root");
if (!root) {
  throw new Error("index.html has no element 'root' to show the hub in.");
}

const language = storedLanguage();
const texts = await loadTexts(language);
createRoot(root).render(
  <StrictMode>
    <TextsProvider language={language} texts={texts}>
      <QueryClientProvider client={createQueryClient()}>
        <BrowserRouter basename="/hub">
          <SessionProvider>
            <App />
          </SessionProvider>
        </BrowserRouter>
      </QueryClientProvider>
    </TextsProvider>
  </StrictMode>,
);
