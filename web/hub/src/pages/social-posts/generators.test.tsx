import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FakeServer, workspaceId } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const variants = "/pb/api/collections/platform_variants/records";

function withMaster(): FakeServer {
  const server = new FakeServer();
  const campaign = server.add("marketing_campaigns", { id: "campaign0000001", name: "Sundays off" });
  server.add("master_contents", { id: "master000000001", campaign_id: campaign.id, core_message: "The message", primaryMediaIds: [], approval_status: "pending", metadata: null, expand: { campaign_id: campaign } });
  return server;
}

describe("variants by the assistant", () => {
  const route = "/api/agent/generate-platform-variants/master000000001";

  async function openDialog(server: FakeServer) {
    const hub = renderHub("/social-posts", { server });
    await hub.user.click(await screen.findByRole("button", { name: "Add Variant" }));
    await hub.user.click(await screen.findByRole("button", { name: "Generate Multiple via AI" }));
    return { ...hub, dialog: within(await screen.findByRole("dialog", { name: "Generate Multiple via AI" })) };
  }

  it("offer all platforms, begin after a choice, and go back", async () => {
    const { user, dialog } = await openDialog(withMaster());

    expect(dialog.getAllByRole("checkbox")).toHaveLength(8);
    expect(dialog.getByRole("button", { name: "Generate Variants" })).toBeDisabled();
    await user.click(dialog.getByRole("checkbox", { name: /Email/ }));
    expect(dialog.getByRole("button", { name: "Generate Variants" })).toBeEnabled();
    await user.click(dialog.getByRole("button", { name: "Back" }));

    expect(await screen.findByRole("dialog", { name: "Add Variant" })).toBeInTheDocument();
  });

  it("are corrected before they are saved, and saved once each", async () => {
    const server = withMaster();
    server.stream(route, [
      { type: "status", status: "active", agent: "Generator", step: "writing for twitter" },
      { type: "warning", message: "The text for twitter was shortened." },
      {
        type: "done",
        variants: [
          { platform: "twitter", adaptedCopy: "Tweet", hashtags: ["#a"], seoTitle: "T" },
          { platform: "email", adaptedCopy: "Mail" },
          { platform: "blog", adaptedCopy: "Article" },
        ],
      },
    ]);
    let refusals = 1;
    server.on("POST", variants, ({ body }) => (body["platform"] === "email" && refusals-- > 0 ? Response.json({ message: "Busy.", data: {} }, { status: 500 }) : undefined));
    const { user, dialog } = await openDialog(server);
    await user.click(dialog.getByRole("checkbox", { name: /Twitter/ }));
    await user.click(dialog.getByRole("button", { name: "Generate Variants" }));

    expect(await dialog.findByText(/shortened/)).toBeInTheDocument();
    expect(server.seen("POST", route)[0]?.body).toEqual({ platforms: ["twitter"], workspaceId, languagePreference: "Vietnamese" });
    await user.type(dialog.getByRole("textbox", { name: "Text for X (Twitter)" }), " corrected");
    await user.click(dialog.getByRole("checkbox", { name: "Blog" }));
    await user.click(dialog.getByRole("button", { name: "Save Variants" }));
    expect(await dialog.findByText("X (Twitter) (saved)")).toBeInTheDocument();
    expect(await dialog.findByText(/The server has a problem/)).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Save Variants" }));

    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    const saved = server.records.platform_variants ?? [];
    expect(saved.map((record) => [record["platform"], record["adapted_copy"]])).toEqual([
      ["twitter", "Tweet corrected"],
      ["email", "Mail"],
    ]);
    expect(saved[0]).toMatchObject({ master_content_id: "master000000001", publish_status: "draft", metadata: { hashtags: ["#a"], seo_title: "T" } });
  });

  it("go on while the dialog is closed", async () => {
    const server = withMaster();
    server.stream(route, [{ type: "status", status: "thinking", agent: "Generator" }], { keepOpen: true });
    const { user, dialog } = await openDialog(server);
    await user.click(dialog.getByRole("checkbox", { name: "Blog" }));
    await user.click(dialog.getByRole("button", { name: "Generate Variants" }));
    await user.click(await dialog.findByRole("button", { name: "Continue in background" }));

    await user.click(await screen.findByRole("button", { name: "AI: at work…" }));

    expect(await screen.findByText("Generator: Thinking")).toBeInTheDocument();
  });
});

describe("a message by the assistant", () => {
  it("fills the form; the user picks the long text", async () => {
    const server = withMaster();
    server.stream("/api/agent/generate-master-content", [{ type: "done", masterContent: { core_message: "Short text", extended_message: "Long text", suggested_hashtags: ["#x"], call_to_action: "Go" }, masterContentId: null }]);
    const { user } = renderHub("/social-posts", { server });
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    await user.click(await screen.findByRole("button", { name: "Generate via AI" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Generate Master Content" }));
    await user.click(await dialog.findByRole("radio", { name: "Extended Message" }));
    await user.click(dialog.getByRole("button", { name: "Use this" }));

    const form = within(await screen.findByRole("dialog", { name: "Edit Master Content" }));
    expect(form.getByRole("textbox", { name: /Core Message/ })).toHaveValue("Long text");
    expect(form.getByRole("textbox", { name: "Call to Action" })).toHaveValue("Go");
    expect(server.seen("POST", "/api/agent/generate-master-content")[0]?.body).toEqual({ campaignId: "campaign0000001", workspaceId, languagePreference: "Vietnamese" });
  });

  it("that fails says why and can be tried again", async () => {
    const server = withMaster();
    server.stream("/api/agent/generate-master-content", [{ type: "error", error: "The model answered without core_message.", step: "Agent execution" }]);
    const { user } = renderHub("/social-posts", { server });
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    await user.click(await screen.findByRole("button", { name: "Generate via AI" }));

    expect(await screen.findByText(/The model answered without core_message/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(server.seen("POST", "/api/agent/generate-master-content")).toHaveLength(2));
  });
});

describe("a batch", () => {
  const route = "/api/agent/batch-generate-posts";

  it("is ordered with campaign, language, count and platforms", async () => {
    const server = withMaster();
    server.stream(route, [
      { id: 1, type: "job", jobId: "job1", kind: "batch-posts", durable: true },
      { id: 2, type: "status", status: "active", agent: "Batch", step: "generating angles" },
      { id: 3, type: "done", mastersCount: 2, variantsCount: 2, masterIds: [], variantIds: [], editorFlags: [{ type: "cta_missing", target: "variant", target_id: "x", message: "Add a call." }] },
    ]);
    const { user } = renderHub("/social-posts", { server });
    await user.click(await screen.findByRole("button", { name: "Batch Generate" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Batch Generate Posts" }));
    expect(dialog.getByRole("spinbutton", { name: /Number of Posts/ })).toHaveValue(3);
    expect(dialog.getByRole("button", { name: "Generate" })).toBeDisabled();

    await user.click(dialog.getByRole("combobox", { name: /Campaign/ }));
    await user.click(await dialog.findByRole("option", { name: "Sundays off" }));
    await user.selectOptions(dialog.getByRole("combobox", { name: "Language" }), "English");
    await user.clear(dialog.getByRole("spinbutton"));
    await user.type(dialog.getByRole("spinbutton"), "2");
    for (const name of [/Instagram/, /LinkedIn/, /Twitter/]) {
      await user.click(dialog.getByRole("checkbox", { name }));
    }

    await user.click(dialog.getByRole("button", { name: "Generate" }));

    expect(await dialog.findByText("2 posts with 2 variants were written and saved.")).toBeInTheDocument();
    expect(dialog.getByText("No call to action: Add a call.")).toBeInTheDocument();
    const [request] = server.seen("POST", route);
    expect(request?.body).toEqual({ campaignId: "campaign0000001", workspaceId, language: "English", platforms: ["facebook"], numMasters: 2 });
    expect(request?.headers.get("Idempotency-Key")).toBeTruthy();
  });

  it("takes one to ten posts", async () => {
    const { user } = renderHub("/social-posts", { server: withMaster() });
    await user.click(await screen.findByRole("button", { name: "Batch Generate" }));

    await user.clear(screen.getByRole("spinbutton"));
    await user.type(screen.getByRole("spinbutton"), "11");

    expect(screen.getByText("A whole number from 1 to 10.")).toBeInTheDocument();
  });

  it("that was running before a reload is shown and followed", async () => {
    const server = withMaster();
    server.on("GET", "/api/agent/jobs", () =>
      Response.json({ items: [{ jobId: "job7", kind: "batch-posts", status: "running", campaignId: "campaign0000001", workspaceId, createdAt: "", progress: { done: 3, total: 8 } }] }),
    );
    server.stream("/api/agent/jobs/job7/events", [{ id: 4, type: "status", status: "active", agent: "Batch", step: "creating masters" }], { method: "GET", keepOpen: true });
    const { user } = renderHub("/social-posts", { server });

    expect(await screen.findByText('Batch for "Sundays off": 3 of 8')).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Show progress" }));

    expect(await screen.findByText("Batch: creating masters")).toBeInTheDocument();
  });
});
