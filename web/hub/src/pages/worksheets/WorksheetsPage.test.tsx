import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { generations } from "@/agent/generations";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer, workspaceId } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const collection = "/pb/api/collections/worksheets/records";

function withWorksheets(...titles: string[]): FakeServer {
  const server = new FakeServer();
  const brand = server.add("brand_identities", { brand_name: "Green Shelf" });
  const persona = server.add("customer_personas", { persona_name: "Linh" });
  titles.forEach((title) =>
    server.add("worksheets", {
      title,
      brandRefs: [brand.id],
      customerRefs: [persona.id],
      status: "completed",
      agent_context: { content: `# Plan of ${title}` },
      expand: { brandRefs: [brand], customerRefs: [persona] },
    }),
  );
  return server;
}

afterEach(() => generations.clear());

describe("worksheets", () => {
  it("are shown with their brands, personas and an excerpt", async () => {
    renderHub("/worksheets", { server: withWorksheets("Launch") });

    const card = within(await screen.findByRole("article"));

    for (const text of ["Launch", "Green Shelf", "Linh", "Completed", "Plan of Launch"]) {
      expect(card.getByText(text)).toBeInTheDocument();
    }

    await expectAccessible();
  });

  it("show their content on demand", async () => {
    const { user } = renderHub("/worksheets", { server: withWorksheets("Launch") });

    await user.click(await screen.findByText("Show content"));

    expect(await screen.findByRole("heading", { name: "Plan of Launch", level: 1 })).toBeInTheDocument();
  });

  it("are searched in title and content, and sorted, at the server", async () => {
    const { user, server } = renderHub("/worksheets", { server: withWorksheets("Launch", "Autumn") });
    await screen.findByText("Launch");

    await user.type(screen.getByRole("searchbox"), "aut");
    await user.selectOptions(screen.getByRole("combobox", { name: "Sort" }), "Name, A to Z");

    await waitFor(() => {
      const last = server.seen("GET", collection).at(-1)?.query;
      expect(last?.get("sort")).toBe("title,id");
      expect(last?.get("filter")).toContain('title ~ "aut" || agent_context.content ~ "aut"');
    });
  });

  it("offer a retry after a failure, and say when there are none", async () => {
    const server = new FakeServer();
    let failing = true;
    server.on("GET", collection, () => (failing ? new Response("{}", { status: 500 }) : undefined));
    const { user } = renderHub("/worksheets", { server });

    await screen.findByRole("alert");
    failing = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(await screen.findByText("There is no worksheet yet.")).toBeInTheDocument();
  });

  it("are made by hand", async () => {
    const { user, server } = renderHub("/worksheets", { server: withWorksheets() });

    await user.click((await screen.findAllByRole("button", { name: "New Worksheet" }))[0] as HTMLElement);
    const dialog = within(await screen.findByRole("dialog", { name: "New Worksheet" }));
    await user.click(dialog.getByRole("button", { name: "Save" }));
    expect(dialog.getByText("This is required.")).toBeInTheDocument();
    await user.type(dialog.getByLabelText(/Title/), "Idea");
    await user.type(dialog.getByRole("textbox", { name: "Content" }), "**Go**");
    await user.click(dialog.getByRole("tab", { name: "Preview" }));
    expect(await dialog.findByText("Go", { selector: "strong" })).toBeInTheDocument();
    await expectAccessible();
    await user.click(dialog.getByRole("button", { name: "Save" }));

    expect(await screen.findByRole("heading", { name: "Idea" })).toBeInTheDocument();
    expect(server.seen("POST", collection)[0]?.body).toEqual({
      title: "Idea",
      brandRefs: [],
      customerRefs: [],
      status: "draft",
      agent_context: { content: "**Go**" },
      workspace_id: workspaceId,
    });
  });

  it("are taken back when the server refuses an edit", async () => {
    const server = withWorksheets("Launch");
    server.refuse("PATCH", /worksheets/, 400, "Failed to update record.", { title: "Too plain." });
    const { user } = renderHub("/worksheets", { server });

    await user.click(await screen.findByTitle("Edit"));
    const dialog = within(await screen.findByRole("dialog", { name: "Edit Worksheet" }));
    await user.type(dialog.getByLabelText(/Title/), "!");
    await user.click(dialog.getByRole("button", { name: "Save" }));

    expect(await dialog.findByText("Too plain.")).toBeInTheDocument();
    expect(server.seen("PATCH", /worksheets/)[0]?.body).toEqual({ title: "Launch!" });
    expect(screen.getByText("Launch")).toBeInTheDocument();
  });

  it("are deleted after a question", async () => {
    const { user } = renderHub("/worksheets", { server: withWorksheets("Launch") });

    await user.click(await screen.findByTitle("Delete"));
    await user.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Delete" }));

    expect(await screen.findByText('"Launch" was deleted.')).toBeInTheDocument();
    expect(await screen.findByText("There is no worksheet yet.")).toBeInTheDocument();
  });

  it("are written by the assistant, corrected, and saved with what they were asked about", async () => {
    const server = withWorksheets();
    server.stream("/api/agent/generate-worksheet", [
      { type: "status", status: "fetching_brands", agent: "MarketingStrategist" },
      { type: "warning", message: "The brand has no mission.", field: "brand" },
      { type: "chunk", content: "# Fit" },
      { type: "done", worksheet: "# Fit" },
    ]);
    const { user } = renderHub("/worksheets", { server });

    await user.click(await screen.findByRole("button", { name: "Generate via AI" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Worksheet by AI" }));
    expect(dialog.getByRole("button", { name: "Generate" })).toBeDisabled();
    await user.click(dialog.getByRole("combobox", { name: /Brands/ }));
    await user.click(await dialog.findByRole("option", { name: "Green Shelf" }));
    await user.click(dialog.getByRole("combobox", { name: /Personas/ }));
    await user.click(await dialog.findByRole("option", { name: "Linh" }));
    // Closes the list, not the dialog.
    await user.keyboard("{Escape}");
    await user.selectOptions(dialog.getByRole("combobox", { name: "Language" }), "English");
    await user.click(dialog.getByRole("button", { name: "Generate" }));

    const content = await dialog.findByRole("textbox", { name: "Content" });
    expect(content).toHaveValue("# Fit");
    expect(dialog.getByText("MarketingStrategist: Reading the brands")).toBeInTheDocument();
    expect(dialog.getByText("brand: The brand has no mission.")).toBeInTheDocument();
    await user.type(content, " of all");
    await user.click(dialog.getByRole("button", { name: "Use this" }));

    const form = within(await screen.findByRole("dialog", { name: "New Worksheet" }));
    expect(form.getByRole("textbox", { name: "Content" })).toHaveValue("# Fit of all");
    await user.type(form.getByLabelText(/Title/), "By AI");
    await user.click(form.getByRole("button", { name: "Save" }));

    await screen.findByRole("heading", { name: "By AI" });
    const [brand, persona] = [server.records.brand_identities?.[0]?.["id"], server.records.customer_personas?.[0]?.["id"]];
    expect(server.seen("POST", "/api/agent/generate-worksheet")[0]?.body).toEqual({ brandIds: [brand], customerIds: [persona], language: "English" });
    expect(server.seen("POST", collection)[0]?.body).toMatchObject({ brandRefs: [brand], customerRefs: [persona], agent_context: { content: "# Fit of all" } });
  });

  it("can be left while the assistant writes, and a failure can be retried without choosing again", async () => {
    const server = withWorksheets("Launch");
    server.stream("/api/agent/generate-worksheet", [{ type: "status", status: "thinking", agent: "MarketingStrategist" }], { keepOpen: true });
    const { user } = renderHub("/worksheets", { server });

    await user.click(await screen.findByTitle("Edit"));
    await user.click(await screen.findByRole("button", { name: "Generate via AI" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Generate" }));
    await user.click(await screen.findByRole("button", { name: "Continue in background" }));
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    const card = within(screen.getByRole("article"));
    await user.click(card.getByRole("button", { name: "AI is at work…" }));
    await user.click(await screen.findByRole("button", { name: "Stop" }));
    expect(await screen.findByText("Stopped.")).toBeInTheDocument();

    server.stream("/api/agent/generate-worksheet", [{ type: "error", error: "The model is busy." }]);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("The assistant could not finish: The model is busy.")).toBeInTheDocument();

    server.stream("/api/agent/generate-worksheet", [{ type: "done", worksheet: "# Second" }]);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("textbox", { name: "Content" })).toHaveValue("# Second");
    const bodies = server.seen("POST", "/api/agent/generate-worksheet").map((request) => request.body);
    expect(bodies).toHaveLength(3);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  it("speak Vietnamese", async () => {
    renderHub("/worksheets", { language: "vi", server: withWorksheets("Launch") });

    expect(await screen.findByRole("heading", { name: "Bảng kế hoạch", level: 1 })).toBeInTheDocument();
    expect(await screen.findByText("Hoàn thành")).toBeInTheDocument();
  });
});
