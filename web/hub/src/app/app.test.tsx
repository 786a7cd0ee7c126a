import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { lazy, useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "@/app/ErrorBoundary";
import { menu } from "@/app/menu";
import { pages } from "@/app/routes";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

afterEach(() => {
  document.documentElement.className = "";
});

describe("application", () => {
  it("has a page for every entry of the menu", () => {
    const paths = pages.map(({ path }) => path);

    expect(menu.map(({ path }) => path).filter((path) => !paths.includes(path))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("says that an unknown page is none, and leads back", async () => {
    renderHub("/nothing/here");

    expect(await screen.findByText("There is no such page.")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "To the dashboard" })).toHaveAttribute("href", "/");
    await expectAccessible();
  });

  it("puts the focus on a new page, and marks it in the menu", async () => {
    const { user } = renderHub("/nothing");
    const link = await screen.findByRole("link", { name: "Products" });

    await user.click(link);

    await screen.findByRole("heading", { name: "Products" });
    expect(screen.getByRole("main")).toHaveFocus();
    expect(link).toHaveAttribute("aria-current", "page");
    expect(document.title).toBe("Products · TMCP");
  });

  it("opens the menu of narrow screens and closes it with a choice", async () => {
    const { user } = renderHub("/nothing");

    await user.click(await screen.findByRole("button", { name: "Open menu" }));
    const drawer = await screen.findByRole("dialog", { name: "TMCP" });
    await expectAccessible();
    await user.click(within(drawer).getByRole("link", { name: "Products" }));

    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(await screen.findByRole("heading", { name: "Products" })).toBeInTheDocument();
  });

  it("changes the theme and remembers it", async () => {
    const { user } = renderHub("/nothing");

    await user.click(await screen.findByRole("button", { name: "Account of Ann" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Dark" }));

    expect(document.documentElement).toHaveClass("dark");
    expect(localStorage.getItem("tmcp_theme")).toBe("dark");
  });

  it("changes the language and remembers it", async () => {
    const { user } = renderHub("/nothing");

    await user.click(await screen.findByRole("button", { name: "Account of Ann" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Tiếng Việt" }));

    expect(await screen.findByRole("link", { name: "Sản phẩm" })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe("vi");
    expect(localStorage.getItem("tmcp_language")).toBe("vi");
  });

  it("says when the browser is offline, and reads again when it is back", async () => {
    const server = new FakeServer();
    renderHub("/products", { server });
    await screen.findByText("There is no product yet.");

    act(() => void fireEvent(window, new Event("offline")));
    expect(await screen.findByText(/You are offline/)).toBeInTheDocument();
    const before = server.seen("GET", /products_services/).length;
    act(() => void fireEvent(window, new Event("online")));

    await waitFor(() => expect(screen.queryByText(/You are offline/)).not.toBeInTheDocument());
    await waitFor(() => expect(server.seen("GET", /products_services/).length).toBeGreaterThan(before));
  });

  it("keeps the rest of the page when a part of it fails, and tries again on the next page", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const Broken = () => {
      throw new Error("defect");
    };
    const Sample = () => {
      const [path, setPath] = useState("/a");
      return (
        <>
          <button type="button" onClick={() => setPath("/b")}>
            Menu
          </button>
          <ErrorBoundary resetKey={path}>{path === "/a" ? <Broken /> : <p>Page</p>}</ErrorBoundary>
        </>
      );
    };
    const { user } = renderHub("/", { element: <Sample /> });

    expect(screen.getByRole("alert")).toHaveTextContent("This page has stopped working.");
    await user.click(screen.getByRole("button", { name: "Menu" }));

    expect(screen.getByText("Page")).toBeInTheDocument();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("offers to load again when the script of a page is gone after an update", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const Gone = lazy(() => Promise.reject(new TypeError("Failed to fetch dynamically imported module: /hub/assets/x.js")));
    renderHub("/", {
      element: (
        <ErrorBoundary resetKey="">
          <Gone />
        </ErrorBoundary>
      ),
    });

    expect(await screen.findByText(/A newer version of the hub is there/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Load again" })).toBeInTheDocument();
  });

  it("follows a job that was running when the page was loaded", async () => {
    const server = new FakeServer();
    server.on("GET", "/api/agent/jobs", () => Response.json({ items: [{ jobId: "j1", kind: "batch-posts", status: "running", campaignId: "c1", progress: { done: 1, total: 3 } }] }));
    server.stream("/api/agent/jobs/j1/events", [{ id: 5, type: "done", mastersCount: 1 }], { method: "GET" });
    renderHub("/nothing", { server });

    await waitFor(() => expect(server.seen("GET", "/api/agent/jobs/j1/events")).toHaveLength(1));
    expect(server.seen("GET", "/api/agent/jobs")[0]?.query.get("workspaceId")).toBe("workspace000001");
  });
});
