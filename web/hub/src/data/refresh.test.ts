import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import { refresh } from "@/data/refresh";

const queryKey = ["records", "a workspace", "content_briefs"];

/** A server that answers when it is told to, in the order of the questions. */
function waitingServer() {
  const answers: ((text: string) => void)[] = [];
  return { answers, ask: () => new Promise<string>((resolve) => answers.push(resolve)) };
}

describe("a refresh", () => {
  const client = new QueryClient();

  afterEach(() => client.clear());

  it("does not take a first answer for up to date that was on its way before it", async () => {
    const { answers, ask } = waitingServer();
    const page = new QueryObserver(client, { queryKey, queryFn: ask });
    const leave = page.subscribe(() => undefined);

    const refreshed = refresh(client, ["records", "a workspace"]);

    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[0]?.("before the change");
    answers[1]?.("after it");
    await refreshed;
    expect(page.getCurrentResult().data).toBe("after it");
    leave();
  });

  it("shows what is there until the new answer comes", async () => {
    const { answers, ask } = waitingServer();
    client.setQueryData(queryKey, "before the change");
    const page = new QueryObserver(client, { queryKey, queryFn: ask, staleTime: Infinity });
    const leave = page.subscribe(() => undefined);

    const refreshed = refresh(client, queryKey);

    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(page.getCurrentResult().data).toBe("before the change");
    answers[0]?.("after it");
    await refreshed;
    expect(page.getCurrentResult().data).toBe("after it");
    leave();
  });

  it("lets a page that was left ask anew when it is opened again", async () => {
    const { answers, ask } = waitingServer();
    const leave = new QueryObserver(client, { queryKey, queryFn: ask }).subscribe(() => undefined);
    leave();

    await refresh(client, queryKey);

    answers[0]?.("before the change");
    // All that an answer sets off has happened by the next turn of the event loop.
    await new Promise((resolve) => setTimeout(resolve));
    expect(client.getQueryData(queryKey)).toBeUndefined();
    expect(answers).toHaveLength(1);
  });
});
