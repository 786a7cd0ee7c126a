import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { generations } from "@/agent/generations";
import type { ContentBrief } from "@/data/records";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer, workspaceId } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const collection = "/pb/api/collections/content_briefs/records";

function withBriefs(...briefs: Partial<ContentBrief>[]): { server: FakeServer; campaignId: string; path: string } {
  const server = new FakeServer();
  const campaignId = server.add("marketing_campaigns", { name: "Sundays" }).id;
  briefs.forEach((brief) =>
    server.add("content_briefs", {
      campaign_id: campaignId,
      angle_name: "Angle",
      funnel_stage: "Awareness",
      psychological_angle: "Logic",
      pain_point_focus: "",
      key_message_variation: "",
      call_to_action_direction: "",
      brief: "",
      ...brief,
    }),
  );
  return { server, campaignId, path: `/campaigns/${campaignId}/briefs` };
}

const stage = async (name: string) => within(await screen.findByRole("region", { name }));

afterEach(() => generations.clear());

describe("briefs", () => {
  it("are grouped by the stages of the funnel", async () => {
    const { server, path } = withBriefs(
      { angle_name: "First look", pain_point_focus: "Counting", brief: "<p>Film Linh</p>" },
      { angle_name: "Second look", funnel_stage: "Retention", psychological_angle: "Social Proof" },
    );
    renderHub(path, { server });

    const awareness = await stage("Awareness");
    expect(await awareness.findByText("First look")).toBeInTheDocument();
    expect(awareness.getByText("Counting")).toBeInTheDocument();
    expect(awareness.queryByText("Second look")).not.toBeInTheDocument();
    expect(await (await stage("Retention")).findByText("Social proof")).toBeInTheDocument();
    expect((await stage("Conversion")).getByText("There is no brief for this stage yet.")).toBeInTheDocument();
    await expectAccessible();
  });

  it("have pages of their own in each stage", async () => {
    const { server, path } = withBriefs(...Array.from({ length: 13 }, (_, index) => ({ angle_name: `Angle ${String(index + 1).padStart(2, "0")}` })));
    const { user } = renderHub(path, { server });

    const awareness = await stage("Awareness");
    await awareness.findByText("Angle 01");
    await user.click(awareness.getByRole("button", { name: "Next page" }));

    expect(await awareness.findByText("Angle 13")).toBeInTheDocument();
    await user.type(screen.getByRole("searchbox"), "angle 02");
    expect(await awareness.findByText("Angle 02")).toBeInTheDocument();
  });

  it("say when the campaign is gone", async () => {
    renderHub("/campaigns/nothing/briefs");

    expect(await screen.findByText("It is not there any more, or it is not yours.")).toBeInTheDocument();
  });

  it("are made in the stage whose button was used", async () => {
    const { server, path, campaignId } = withBriefs();
    const { user } = renderHub(path, { server });

    await user.click(await screen.findByRole("button", { name: "Add a brief to Conversion" }));
    const dialog = within(await screen.findByRole("dialog", { name: "New Brief" }));
    await user.type(dialog.getByLabelText(/Angle Name/), "Now or never");
    await user.selectOptions(dialog.getByLabelText("Psychological angle"), "Urgency");
    await user.type(dialog.getByLabelText("Brief"), "Film it");
    await expectAccessible();
    await user.click(dialog.getByRole("button", { name: "Save" }));

    expect(await (await stage("Conversion")).findByText("Now or never")).toBeInTheDocument();
    expect(server.seen("POST", collection)[0]?.body).toMatchObject({
      campaign_id: campaignId,
      workspace_id: workspaceId,
      funnel_stage: "Conversion",
      psychological_angle: "Urgency",
      brief: "<p>Film it</p>",
    });
  });

  it("are edited and deleted, and come back when the server refuses", async () => {
    const { server, path } = withBriefs({ angle_name: "First look" });
    const { user } = renderHub(path, { server });

    await user.click(await screen.findByTitle("Edit"));
    const dialog = within(await screen.findByRole("dialog", { name: "Edit Brief" }));
    await user.selectOptions(dialog.getByLabelText("Funnel stage"), "Retention");
    await user.click(dialog.getByRole("button", { name: "Save" }));
    const retention = await stage("Retention");
    expect(await retention.findByText("First look")).toBeInTheDocument();
    expect(server.seen("PATCH", /content_briefs/)[0]?.body).toEqual({ funnel_stage: "Retention" });

    server.refuse("DELETE", /content_briefs/, 403, "No.");
    await user.click(await retention.findByTitle("Delete"));
    await user.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Delete" }));

    expect(await screen.findByText(/You may not do that here/)).toBeInTheDocument();
    expect(await retention.findByText("First look")).toBeInTheDocument();
  });

  it("are made by a job that is followed, and appear without a reload", async () => {
    const { server, path, campaignId } = withBriefs();
    server.stream(/generate-content-briefs/, [
      { id: 1, type: "job", jobId: "job1", kind: "content-briefs", durable: true },
      { id: 2, type: "status", status: "active", agent: "ContentBriefs", step: "saving 1" },
      { id: 3, type: "done", totalCreated: 1, totalExpected: 8, warnings: ["Retention failed."] },
    ]);
    const { user } = renderHub(path, { server });
    await screen.findByRole("heading", { name: "Content briefs: Sundays" });

    await user.click(await screen.findByRole("button", { name: "Auto Gen" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Content briefs by AI" }));
    await user.clear(dialog.getByLabelText("Briefs per stage"));
    expect(dialog.getByRole("button", { name: "Generate" })).toBeDisabled();
    await user.type(dialog.getByLabelText("Briefs per stage"), "2");
    server.add("content_briefs", {
      campaign_id: campaignId,
      angle_name: "By AI",
      funnel_stage: "Awareness",
      psychological_angle: "Fear",
      pain_point_focus: "",
      key_message_variation: "",
      call_to_action_direction: "",
      brief: "",
    });
    await user.click(dialog.getByRole("button", { name: "Generate" }));

    expect(await dialog.findByText("1 of 8 briefs were written and saved.")).toBeInTheDocument();
    expect(dialog.getByText("Done. The briefs are on the page.")).toBeInTheDocument();
    expect(dialog.getByText("Retention failed.")).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Show briefs" }));
    expect(await (await stage("Awareness")).findByText("By AI")).toBeInTheDocument();
    const request = server.seen("POST", "/api/agent/generate-content-briefs")[0];
    expect(request?.body).toEqual({ campaignId, workspaceId, language: "Vietnamese", anglesPerStage: 2 });
    expect(request?.headers.get("Authorization")).toMatch(/^Bearer ./);
    expect(request?.headers.get("Idempotency-Key")).toBeTruthy();
  });

  it("are followed again after a reload while their job runs", async () => {
    const { server, path, campaignId } = withBriefs();
    const item = { jobId: "job1", kind: "content-briefs", status: "running", campaignId, workspaceId, createdAt: "", progress: { done: 1, total: 8 } };
    server.on("GET", "/api/agent/jobs", () => Response.json({ items: [item] }));
    server.stream("/api/agent/jobs/job1/events", [{ id: 4, type: "status", status: "active", agent: "ContentBriefs", step: "saving 2" }], { method: "GET", keepOpen: true });
    server.on("POST", "/api/agent/jobs/job1/cancel", () => new Response(null, { status: 202 }));
    const { user } = renderHub(path, { server });

    await user.click(await screen.findByRole("button", { name: "AI is at work…" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Content briefs by AI" }));
    expect(await dialog.findByText("ContentBriefs: saving 2")).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Stop" }));

    await waitFor(() => expect(server.seen("POST", "/api/agent/jobs/job1/cancel")).toHaveLength(1));
  });

  it("speak Vietnamese", async () => {
    const { server, path } = withBriefs();
    renderHub(path, { server, language: "vi" });

    expect(await screen.findByRole("region", { name: "Nhận biết" })).toBeInTheDocument();
  });
});
