import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { generations } from "@/agent/generations";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const collection = "/pb/api/collections/customer_personas/records";

function withPersona(): FakeServer {
  const server = new FakeServer();
  server.add("brand_identities", { brand_name: "Green Shelf" });
  server.add("customer_personas", {
    persona_name: "Linh",
    summary: "Runs a shop",
    demographics: { age: "34", occupation: "Owner" },
    psychographics: { goals: ["Order", "Rest"], pain_points: { primaryPain: "Notebooks" } },
  });
  return server;
}

afterEach(() => generations.clear());

describe("customers", () => {
  it("are shown with their facts, goals and pain points", async () => {
    const { user } = renderHub("/customers", { server: withPersona() });

    const card = within(await screen.findByRole("article"));
    expect(card.getByText("34 · Owner")).toBeInTheDocument();
    expect(card.getByText("1 pain point")).toBeInTheDocument();
    await user.click(card.getByText("2 goals"));

    expect(card.getByText("Rest")).toBeVisible();
    await expectAccessible();
  });

  it("are searched at the server", async () => {
    const { user, server } = renderHub("/customers", { server: withPersona() });
    await screen.findByText("Linh");

    await user.type(screen.getByRole("searchbox"), "nobody");

    await waitFor(() => expect(screen.queryByText("Linh")).not.toBeInTheDocument());
    expect(screen.getByText("Nothing was found.")).toBeInTheDocument();
    expect(server.seen("GET", collection).at(-1)?.query.get("filter")).toContain('persona_name ~ "nobody"');
  });

  it("are made by hand", async () => {
    const { user, server } = renderHub("/customers", { server: withPersona() });

    await user.click(await screen.findByRole("button", { name: "New Persona" }));
    const dialog = within(await screen.findByRole("dialog", { name: "New Persona" }));
    await user.click(dialog.getByRole("button", { name: "Save" }));
    expect(dialog.getByText("This is required.")).toBeInTheDocument();
    await user.type(dialog.getByLabelText(/Persona Name/), "Minh");
    await user.type(dialog.getByLabelText("Age"), "40");
    await user.type(dialog.getByLabelText("Goals"), "Sell more, worry less{Enter}Rest");
    await expectAccessible();
    await user.click(dialog.getByRole("button", { name: "Save" }));

    expect(await screen.findByRole("heading", { name: "Minh" })).toBeInTheDocument();
    expect(server.seen("POST", collection)[0]?.body).toMatchObject({
      persona_name: "Minh",
      demographics: { age: "40" },
      psychographics: { goals: ["Sell more, worry less", "Rest"], pain_points: [] },
    });
  });

  it("are described by the assistant, and nothing of it is lost", async () => {
    const server = withPersona();
    server.stream("/api/agent/generate-customer-profile", [
      {
        type: "done",
        customerProfile: {
          personaName: "Hoa",
          summary: "Sells flowers",
          demographics: { age: "29", gender: "Female", location: "Huế", occupation: "Florist", income: "20m" },
          psychographics: { values: "Beauty", interests: "Gardens", personality: "Calm" },
          goalsAndMotivations: { primaryGoal: "Grow", secondaryGoal: "Teach", motivation: "Pride" },
          painPointsAndChallenges: { primaryPain: "Waste", challenges: "Heat", frustrations: "Invoices" },
          goals: ["Grow", "Teach"],
          painPoints: ["Waste", "Heat", "Invoices"],
        },
      },
    ]);
    const { user } = renderHub("/customers", { server });

    await user.click(await screen.findByRole("button", { name: "Generate via AI" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Customer profile by AI" }));
    await user.click(dialog.getByRole("combobox", { name: /Brand/ }));
    await user.click(await dialog.findByRole("option", { name: "Green Shelf" }));
    await user.selectOptions(dialog.getByRole("combobox", { name: "Language" }), "Japanese");
    await user.click(dialog.getByRole("button", { name: "Generate" }));
    expect(await dialog.findByLabelText("Summary")).toHaveValue("Sells flowers");
    await user.click(dialog.getByRole("button", { name: "Use this" }));
    await user.click(within(await screen.findByRole("dialog", { name: "New Persona" })).getByRole("button", { name: "Save" }));

    expect(await screen.findByRole("heading", { name: "Hoa" })).toBeInTheDocument();
    expect(server.seen("POST", "/api/agent/generate-customer-profile")[0]?.body).toEqual({ brandIdentityId: server.records.brand_identities?.[0]?.["id"], language: "Japanese" });
    expect(server.seen("POST", collection)[0]?.body).toMatchObject({
      summary: "Sells flowers",
      psychographics: { values: "Beauty", motivation: "Pride", goals: ["Grow", "Teach"], pain_points: ["Waste", "Heat", "Invoices"] },
    });
  });

  it("speak Vietnamese", async () => {
    renderHub("/customers", { language: "vi", server: withPersona() });

    expect(await screen.findByText("2 mục tiêu")).toBeInTheDocument();
  });
});
