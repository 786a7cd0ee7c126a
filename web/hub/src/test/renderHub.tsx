import { QueryClientProvider } from "@tanstack/react-query";
import { render, type RenderResult } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { ReactElement } from "react";
import { MemoryRouter } from "react-router";
import { App } from "@/app/App";
import { createQueryClient } from "@/app/queryClient";
import { en } from "@/i18n/en";
import type { Language } from "@/i18n/texts";
import { TextsProvider } from "@/i18n/TextsProvider";
import { vi as vietnamese } from "@/i18n/vi";
import { SessionProvider } from "@/session/SessionProvider";
import { FakeServer } from "@/test/FakeServer";
import { signInForTest } from "@/test/session";

interface RenderOptions {
  server?: FakeServer;
  /** Default: true. */
  signedIn?: boolean;
  /** Default: en. */
  language?: Language;
  /** Shown in place of the pages, inside of all providers but those of session and workspace. */
  element?: ReactElement;
}

export interface RenderedHub extends RenderResult {
  server: FakeServer;
  user: UserEvent;
}

/** The whole application at a path below /hub, with a fake server. */
export function renderHub(path: string, { server = new FakeServer(), signedIn = true, language = "en", element }: RenderOptions = {}): RenderedHub {
  if (signedIn) {
    signInForTest();
  }

  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const result = render(
    <TextsProvider language={language} texts={language === "vi" ? vietnamese : en}>
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={[path]}>
          <SessionProvider>{element ?? <App />}</SessionProvider>
        </MemoryRouter>
      </QueryClientProvider>
    </TextsProvider>,
  );
  return { ...result, server, user: userEvent.setup() };
}
