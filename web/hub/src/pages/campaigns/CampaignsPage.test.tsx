import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { generations } from "@/agent/generations";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const collection = "/pb/api/collections/marketing_campaigns/records";

function withCampaign(): FakeServer {
  const server = new FakeServer();
  const worksheet = server.add("worksheets", { title: "Launch plan" });
  const product = server.add("products_services", { name: "Till" });
  server.add("marketing_campaigns", {
    name: "Sundays",
    campaign_type: "awareness",
    status: "active",
    worksheet_id: worksheet.id,
    product_id: product.id,
    budget: 0,
    start_date: "2026-01-31 00:00:00.000Z",
    end_date: "",
    kpi_targets: { strategy: { goal: "300 sign-ups" } },
    expand: { worksheet_id: worksheet, product_id: product },
  });
  return server;
}

afterEach(() => generations.clear());

describe("campaigns", () => {
  it("are shown with the titles of worksheet and product", async () => {
    const { server } = renderHub("/campaigns", { server: withCampaign() });

    const row = within((await screen.findAllByRole("row"))[1] as HTMLElement);
    expect(row.getAllByRole("cell").slice(0, 6).map((cell) => cell.textContent)).toEqual(["Sundays", "Awareness", "Launch plan", "Till", "Active", "300 sign-ups"]);
    expect(server.seen("GET", collection)[0]?.query.get("expand")).toBe("worksheet_id,product_id");
    await expectAccessible();
  });

  it("lead to their briefs", async () => {
    const { user, server } = renderHub("/campaigns", { server: withCampaign() });

    await user.click(await screen.findByRole("link", { name: "Content briefs of Sundays" }));

    expect(await screen.findByRole("heading", { name: "Content briefs: Sundays" })).toBeInTheDocument();
    expect(server.seen("GET", /marketing_campaigns\/records\/.+/)).toHaveLength(1);
  });

  it("are sorted at the server", async () => {
    const { user, server } = renderHub("/campaigns", { server: withCampaign() });

    await user.click(await screen.findByRole("button", { name: "Status" }));

    await waitFor(() => expect(server.seen("GET", collection).at(-1)?.query.get("sort")).toBe("status,id"));
  });

  it("are edited, and a wrong date or budget is said before the server is asked", async () => {
    const { user, server } = renderHub("/campaigns", { server: withCampaign() });

    await user.click(await screen.findByTitle("Edit"));
    const dialog = within(await screen.findByRole("dialog", { name: "Edit Campaign" }));
    await user.type(dialog.getByLabelText("End"), "2026-01-01");
    await user.type(dialog.getByLabelText("Budget"), "-5");
    await user.click(dialog.getByRole("button", { name: "Save" }));
    expect(dialog.getByText("The end is before the start.")).toBeInTheDocument();
    expect(dialog.getByText("A number, 0 or more.")).toBeInTheDocument();
    expect(server.seen("PATCH", /./)).toHaveLength(0);
    await user.clear(dialog.getByLabelText("End"));
    await user.type(dialog.getByLabelText("End"), "2026-03-01");
    await user.clear(dialog.getByLabelText("Budget"));
    await user.type(dialog.getByLabelText("Budget"), "5000");
    await user.selectOptions(dialog.getByLabelText("Status"), "Paused");
    await user.type(dialog.getByLabelText("Positioning"), "The simple one");
    await expectAccessible();
    await user.click(dialog.getByRole("button", { name: "Save" }));

    expect(await screen.findByText('"Sundays" was saved.')).toBeInTheDocument();
    expect(server.seen("PATCH", /./)[0]?.body).toEqual({
      budget: 5000,
      end_date: "2026-03-01 00:00:00.000Z",
      status: "paused",
      kpi_targets: { strategy: { goal: "300 sign-ups", positioning: "The simple one" } },
    });
  });

  it("say what goes along when they are deleted, and come back when the server refuses", async () => {
    const server = withCampaign();
    server.refuse("DELETE", /marketing_campaigns/, 500, "Broken.");
    const { user } = renderHub("/campaigns", { server });

    await user.click(await screen.findByTitle("Delete"));
    const question = within(await screen.findByRole("alertdialog", { name: "Confirm Action" }));
    expect(question.getByText(/with its briefs and its posts/)).toBeInTheDocument();
    await user.click(question.getByRole("button", { name: "Delete" }));

    expect(await screen.findByText(/The server has a problem/)).toBeInTheDocument();
    expect(await screen.findByText("Sundays")).toBeInTheDocument();
  });

  it("get a strategy from the assistant that can be asked about a product, and its name", async () => {
    const server = withCampaign();
    server.stream("/api/agent/generate-marketing-strategy", [
      { type: "status", status: "fetching_product", agent: "MarketingStrategist" },
      { type: "done", marketingStrategy: { name: "Sunday back", acquisitionStrategy: "Videos", positioning: "Simple", valueProposition: "Time", toneOfVoice: "Warm" } },
    ]);
    const { user } = renderHub("/campaigns", { server });

    await user.click(await screen.findByRole("button", { name: "New Campaign" }));
    await user.click(await screen.findByRole("button", { name: "Generate via AI" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Campaign strategy by AI" }));
    await user.click(dialog.getByRole("combobox", { name: /Worksheet/ }));
    await user.click(await dialog.findByRole("option", { name: "Launch plan" }));
    await user.click(dialog.getByRole("combobox", { name: /Product/ }));
    await user.click(await dialog.findByRole("option", { name: "Till" }));
    await user.selectOptions(dialog.getByLabelText("Campaign type"), "Conversion");
    await user.type(dialog.getByLabelText("Goal"), "100 sold");
    await user.click(dialog.getByRole("button", { name: "Generate" }));
    expect(await dialog.findByText("MarketingStrategist: Reading the product")).toBeInTheDocument();
    await expectAccessible();
    await user.click(await dialog.findByRole("button", { name: "Use this" }));
    await user.click(within(await screen.findByRole("dialog", { name: "New Campaign" })).getByRole("button", { name: "Save" }));

    expect(await screen.findByText("Sunday back")).toBeInTheDocument();
    const [worksheet, product] = [server.records.worksheets?.[0]?.["id"], server.records.products_services?.[0]?.["id"]];
    expect(server.seen("POST", "/api/agent/generate-marketing-strategy")[0]?.body).toEqual({
      worksheetId: worksheet,
      campaignType: "conversion",
      productId: product,
      goal: "100 sold",
      language: "Vietnamese",
    });
    expect(server.seen("POST", collection)[0]?.body).toMatchObject({
      name: "Sunday back",
      campaign_type: "conversion",
      worksheet_id: worksheet,
      product_id: product,
      kpi_targets: {
        strategy: { name: "Sunday back", goal: "100 sold", acquisitionStrategy: "Videos", positioning: "Simple", valueProposition: "Time", toneOfVoice: "Warm" },
      },
    });
  });

  it("speak Vietnamese", async () => {
    renderHub("/campaigns", { language: "vi", server: withCampaign() });

    expect(await screen.findByText("Đang chạy")).toBeInTheDocument();
  });
});
