import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { generations } from "@/agent/generations";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const collection = "/pb/api/collections/brand_identities/records";

function withBrand(): FakeServer {
  const server = new FakeServer();
  const logo = server.add("media_assets", { file: "logo.svg", file_type: "image" });
  server.add("worksheets", { title: "Idea" });
  server.add("brand_identities", {
    brand_name: "Green Shelf",
    core_messaging: { slogan: "In order", mission_statement: "Help shops", keywords: ["simple"] },
    visual_assets: { logo_url: "https://example.com/logo.svg", color_palette: ["#1F7A5C", "#FFFFFF"] },
    voice_and_tone: "<p>Friendly</p>",
    logo: logo.id,
    expand: { logo },
  });
  return server;
}

afterEach(() => generations.clear());

describe("brands", () => {
  it("are shown with what they say and how they look", async () => {
    renderHub("/brands", { server: withBrand() });

    const card = within(await screen.findByRole("article"));

    for (const text of ["Green Shelf", "“In order”", "Help shops", "simple", "#1F7A5C"]) {
      expect(card.getByText(text)).toBeInTheDocument();
    }

    expect(card.getByRole("link", { name: "Logo" })).toHaveAttribute("href", "https://example.com/logo.svg");
    await expectAccessible();
  });

  it("never link to anything but the web", async () => {
    const server = new FakeServer();
    server.add("brand_identities", { brand_name: "Trap", visual_assets: { logo_url: "javascript:alert(1)" } });
    renderHub("/brands", { server });

    expect(within(await screen.findByRole("article")).queryByRole("link")).not.toBeInTheDocument();
  });

  it("are edited without code: colours are picked, lists typed", async () => {
    const { user, server } = renderHub("/brands", { server: withBrand() });

    await user.click(await screen.findByTitle("Edit"));
    const dialog = within(await screen.findByRole("dialog", { name: "Edit Brand" }));
    expect(dialog.getByLabelText("Voice and tone")).toHaveValue("Friendly");
    fireEvent.change(dialog.getByLabelText("Pick colour 1"), { target: { value: "#00ff00" } });
    await user.click(dialog.getByRole("button", { name: "Remove #FFFFFF" }));
    await user.click(dialog.getByRole("button", { name: "Add colour" }));
    await user.type(dialog.getByRole("textbox", { name: "Keywords" }), "local{Enter}");
    await user.type(dialog.getByLabelText("Dos"), "Show a shelf, a real one{Enter}Name the time");
    await expectAccessible();
    await user.click(dialog.getByRole("button", { name: "Save" }));

    expect(await screen.findByText('"Green Shelf" was saved.')).toBeInTheDocument();
    expect(server.seen("PATCH", new RegExp(collection))[0]?.body).toEqual({
      core_messaging: { slogan: "In order", mission_statement: "Help shops", keywords: ["simple", "local"] },
      visual_assets: { logo_url: "https://example.com/logo.svg", color_palette: ["#00FF00", "#4338CA"] },
      dos_and_donts: { dos: ["Show a shelf, a real one", "Name the time"], donts: [] },
    });
  });

  it("say why one with products stays", async () => {
    const server = withBrand();
    server.refuse("DELETE", /brand_identities/, 400, "Failed to delete record.");
    const { user } = renderHub("/brands", { server });

    await user.click(await screen.findByTitle("Delete"));
    await user.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Delete" }));

    expect(await screen.findByText(/This brand has products/)).toBeInTheDocument();
    expect(await screen.findByText("Green Shelf")).toBeInTheDocument();
  });

  it("are made by the assistant from a worksheet that can be chosen", async () => {
    const server = withBrand();
    server.stream("/api/agent/generate-brand-identity", [
      { type: "status", status: "fetching_worksheet", agent: "BrandExpert" },
      { type: "done", brandIdentity: { brandName: "Kiosk", slogan: "Open late", missionStatement: "Serve", keywords: ["late"], colorPalette: ["#112233"] } },
    ]);
    const { user } = renderHub("/brands", { server });

    await user.click(await screen.findByRole("button", { name: "New Brand" }));
    await user.click(await screen.findByRole("button", { name: "Generate via AI" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Brand identity by AI" }));
    await user.click(dialog.getByRole("combobox", { name: /Worksheet/ }));
    await user.click(await dialog.findByRole("option", { name: "Idea" }));
    await user.click(dialog.getByRole("button", { name: "Generate" }));
    const name = await dialog.findByLabelText(/Brand Name/);
    expect(name).toHaveValue("Kiosk");
    await user.type(name, "!");
    await expectAccessible();
    await user.click(dialog.getByRole("button", { name: "Use this" }));
    await user.click(within(await screen.findByRole("dialog", { name: "New Brand" })).getByRole("button", { name: "Save" }));

    expect(await screen.findByRole("heading", { name: "Kiosk!" })).toBeInTheDocument();
    expect(server.seen("POST", "/api/agent/generate-brand-identity")[0]?.body).toEqual({ worksheetId: server.records.worksheets?.[0]?.["id"], language: "Vietnamese" });
    expect(server.seen("POST", collection)[0]?.body).toMatchObject({
      brand_name: "Kiosk!",
      core_messaging: { slogan: "Open late", mission_statement: "Serve", keywords: ["late"] },
      visual_assets: { color_palette: ["#112233"] },
    });
  });

  it("speak Vietnamese", async () => {
    renderHub("/brands", { language: "vi" });

    expect(await screen.findByText("Chưa có thương hiệu nào.")).toBeInTheDocument();
  });
});
