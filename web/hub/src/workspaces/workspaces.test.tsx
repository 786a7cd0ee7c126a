import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FakeServer, userId, workspaceId } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const products = "/pb/api/collections/products_services/records";
const key = "tmcp_current_workspace_id";

function workspace(id: string, name: string) {
  return { id, name, owner_id: userId, members: [userId], settings: null };
}

describe("workspace", () => {
  it("is the first one when none was chosen yet", async () => {
    renderHub("/products");

    expect(await screen.findByRole("button", { name: "Workspace: Global Workspace" })).toBeInTheDocument();
  });

  it("is the one chosen last on this device", async () => {
    const server = new FakeServer();
    server.records.workspaces?.push(workspace("other0000000001", "Other"));
    localStorage.setItem(key, "other0000000001");
    renderHub("/products", { server });

    expect(await screen.findByRole("button", { name: "Workspace: Other" })).toBeInTheDocument();
    await waitFor(() => expect(server.seen("GET", products)[0]?.query.get("filter")).toBe('workspace_id = "other0000000001"'));
    expect(server.seen("GET", products).some((request) => request.query.get("filter")?.includes(workspaceId))).toBe(false);
  });

  it("is the first one when the chosen one belongs to somebody else now", async () => {
    localStorage.setItem(key, "gone00000000001");
    renderHub("/products");

    expect(await screen.findByRole("button", { name: "Workspace: Global Workspace" })).toBeInTheDocument();
  });

  it("changes with all that is shown", async () => {
    const server = new FakeServer();
    server.records.workspaces?.push(workspace("other0000000001", "Other"));
    server.add("products_services", { name: "Mine" });
    server.add("products_services", { name: "Theirs", workspace_id: "other0000000001" });
    const { user } = renderHub("/products", { server });
    await screen.findByText("Mine");
    await user.click(screen.getByRole("button", { name: "Assistant" }));
    const chat = await screen.findByRole("complementary", { name: "Assistant" });

    await user.click(screen.getByRole("button", { name: "Workspace: Global Workspace" }));
    await user.click(await screen.findByRole("menuitem", { name: "Other" }));

    expect(await screen.findByText("Theirs")).toBeInTheDocument();
    expect(screen.queryByText("Mine")).not.toBeInTheDocument();
    expect(screen.getByRole("complementary", { name: "Assistant" })).toBe(chat);
    expect(localStorage.getItem(key)).toBe("other0000000001");
  });

  it("can be made when there is none", async () => {
    const server = new FakeServer();
    server.records.workspaces = [];
    const { user } = renderHub("/products", { server });

    await user.click(await screen.findByRole("button", { name: "Create workspace" }));
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText(/Workspace Name/), "Fresh{Enter}");

    expect(await screen.findByRole("button", { name: "Workspace: Fresh" })).toBeInTheDocument();
    expect(server.seen("POST", "/pb/api/collections/workspaces/records")[0]?.body).toEqual({ name: "Fresh", owner_id: userId, members: [userId] });
    expect(await screen.findByText("There is no product yet.")).toBeInTheDocument();
  });

  it("is found among more than a page of them", async () => {
    const server = new FakeServer();
    server.records.workspaces = Array.from({ length: 120 }, (_, index) => workspace(`w${String(index).padStart(14, "0")}`, `Team ${String(index).padStart(3, "0")}`));
    const { user } = renderHub("/products", { server });

    await user.click(await screen.findByRole("button", { name: "Workspace: Team 000" }));
    expect(await screen.findAllByRole("menuitem", { name: /Team/ })).toHaveLength(50);
    await user.click(screen.getByRole("menuitem", { name: "Show more" }));
    await waitFor(() => expect(screen.getAllByRole("menuitem", { name: /Team/ })).toHaveLength(100));
    await user.type(screen.getByRole("searchbox", { name: "Search workspaces" }), "119");

    await user.click(await screen.findByRole("menuitem", { name: "Team 119" }));
    expect(await screen.findByRole("button", { name: "Workspace: Team 119" })).toBeInTheDocument();
  });

  it("stays when a later refresh of it fails", async () => {
    const server = new FakeServer();
    localStorage.setItem(key, workspaceId);
    renderHub("/products", { server });
    await screen.findByText("There is no product yet.");
    server.refuse("GET", /workspaces/, 502);

    act(() => {
      fireEvent(window, new Event("offline"));
      fireEvent(window, new Event("online"));
    });

    await waitFor(() => expect(server.seen("GET", new RegExp(`workspaces/records/${workspaceId}`)).length).toBeGreaterThan(1));
    expect(screen.getByRole("button", { name: "Workspace: Global Workspace" })).toBeInTheDocument();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("offers a retry when the list cannot be read", async () => {
    const server = new FakeServer();
    let failing = true;
    server.on("GET", "/pb/api/collections/workspaces/records", () => (failing ? new Response("{}", { status: 502 }) : undefined));
    const { user } = renderHub("/products", { server });

    await screen.findByRole("alert");
    failing = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(await screen.findByRole("button", { name: "Workspace: Global Workspace" })).toBeInTheDocument();
  });
});
