import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const products = "/pb/api/collections/products_services/records";

async function openChat(server: FakeServer) {
  const hub = renderHub("/products", { server });
  await hub.user.click(await screen.findByRole("button", { name: "Assistant" }));
  const panel = await screen.findByRole("complementary", { name: "Assistant" });
  return { ...hub, panel };
}

describe("chat panel", () => {
  it("streams an answer with its tools, whose outputs are cut at 300 characters", async () => {
    const server = new FakeServer();
    server.stream("/api/agent/chat", [
      { type: "status", status: "active", agent: "Strategist" },
      { type: "tool_start", tool: "list_records", input: { collection: "brands" } },
      { type: "tool_end", tool: "list_records", output: "x".repeat(1000) },
      { type: "chunk", content: "You have **one** " },
      { type: "chunk", content: "brand." },
      { type: "done" },
    ]);
    const { user, panel } = await openChat(server);

    await user.type(within(panel).getByLabelText("Message"), "What do I have?{Enter}");

    expect(await within(panel).findByText("one", { selector: "strong" })).toBeInTheDocument();
    await user.click(within(panel).getByText("1 tool call"));
    expect(within(panel).getByText(/^x+…$/).textContent).toHaveLength(301);
    await expectAccessible();
  });

  it("shows on the page beside it what the agent has changed", async () => {
    const server = new FakeServer();
    const { user, panel } = await openChat(server);
    await screen.findByText("There is no product yet.");
    // Not over yet: the change shows as soon as it was made.
    server.stream("/api/agent/chat", [{ type: "tool_start", tool: "create_record", input: {} }, { type: "tool_end", tool: "create_record", output: "{}" }], { keepOpen: true });
    server.add("products_services", { name: "Kite of paper", key_features: [], key_benefits: [] });

    await user.type(within(panel).getByLabelText("Message"), "Add a product{Enter}");

    expect(await screen.findByText("Kite of paper")).toBeInTheDocument();
  });

  it("does not ask the server again when the agent has only read", async () => {
    const server = new FakeServer();
    server.stream("/api/agent/chat", [{ type: "tool_start", tool: "list_records", input: {} }, { type: "tool_end", tool: "list_records", output: "[]" }, { type: "chunk", content: "None." }, { type: "done" }]);
    const { user, panel } = await openChat(server);
    await screen.findByText("There is no product yet.");
    const asked = server.seen("GET", products).length;

    await user.type(within(panel).getByLabelText("Message"), "What do I have?{Enter}");

    await within(panel).findByText("None.");
    expect(server.seen("GET", products)).toHaveLength(asked);
  });

  it("stops an answer and keeps what came", async () => {
    const server = new FakeServer();
    server.stream("/api/agent/chat", [{ type: "chunk", content: "Half an answer" }], { keepOpen: true });
    const { user, panel } = await openChat(server);

    await user.type(within(panel).getByLabelText("Message"), "Tell me{Enter}");
    await within(panel).findByText("Half an answer");
    await user.click(within(panel).getByRole("button", { name: "Stop" }));

    expect(await within(panel).findByText("Stopped")).toBeInTheDocument();
    expect(await within(panel).findByText("Half an answer")).toBeInTheDocument();
  });

  it("keeps several conversations, each with its own id, over a reload", async () => {
    const server = new FakeServer();
    server.stream("/api/agent/chat", [{ type: "chunk", content: "Yes." }, { type: "done" }]);
    const { user, panel, unmount } = await openChat(server);
    await user.type(within(panel).getByLabelText("Message"), "First question{Enter}");
    await within(panel).findByText("Yes.");
    await user.click(within(panel).getByRole("button", { name: "New conversation" }));
    await user.type(within(panel).getByLabelText("Message"), "Second question{Enter}");
    await waitFor(() => expect(server.seen("POST", "/api/agent/chat")).toHaveLength(2));
    await within(panel).findByText("Yes.");
    const [first, second] = server.seen("POST", "/api/agent/chat").map((request) => request.body["thread_id"]);
    expect(first).not.toBe(second);

    unmount();
    const again = await openChat(server);
    await again.user.selectOptions(within(again.panel).getByLabelText("Conversations"), "First question");

    expect(await within(again.panel).findByText("First question", { selector: "p" })).toBeInTheDocument();
    await again.user.click(within(again.panel).getByRole("button", { name: "Delete conversation" }));
    await again.user.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Delete" }));
    expect(within(again.panel).getByRole("option", { name: "Second question" })).toBeInTheDocument();
    expect(within(again.panel).queryByRole("option", { name: "First question" })).not.toBeInTheDocument();
  });

  it("shows a failure of the agent, and whether it is reachable", async () => {
    const server = new FakeServer();
    server.on("GET", "/api/agent/health", () => new Response("", { status: 503 }));
    server.on("POST", "/api/agent/chat", () => Response.json({ title: "Too many chats", detail: "Wait 5 s." }, { status: 429 }));
    const { user, panel } = await openChat(server);

    await user.type(within(panel).getByLabelText("Message"), "Hello{Enter}");

    expect(await within(panel).findByRole("alert")).toHaveTextContent("Wait 5 s.");
    expect(within(panel).getByRole("img", { name: "The assistant is not reachable" })).toBeInTheDocument();
  });
});
