import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { pocketbase } from "@/data/pocketbase";
import type { VideoJob } from "@/data/records";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer, workspaceId } from "@/test/FakeServer";
import { stubUpload } from "@/test/fakeUpload";
import { renderHub } from "@/test/renderHub";

const collection = "/pb/api/collections/video_jobs/records";
const input = { intro_text: "Kệ Xanh", outro_text: "Bye", products: [{ image: "a.png", text: "Starter", hook: "One shop" }, { image: "b.png", text: "Plus", hook: "" }] };

function withJob(values: Partial<VideoJob> = {}): FakeServer {
  const server = new FakeServer();
  stubUpload();
  server.add("video_jobs", {
    id: "job000000000001",
    status: "queued",
    priority: 5,
    input_json: input,
    input_images: [],
    variant_name: "A",
    output_video: "",
    thumbnail: "",
    progress: 0,
    progress_stage: "",
    attempt_count: 0,
    max_attempts: 3,
    error_message: "",
    render_duration_ms: 0,
    ...values,
  });
  return server;
}

/** What the page does with PocketBase's realtime: `tell` is an event of the server. */
function stubRealtime() {
  const realtime: { tell: (event: { action: string; record: object }) => void; stopped: number; topic: string; filter: string } = { tell: () => undefined, stopped: 0, topic: "", filter: "" };
  vi.spyOn(pocketbase.collection("video_jobs"), "subscribe").mockImplementation((topic, callback, options) => {
    realtime.topic = topic;
    realtime.filter = String(options?.["filter"]);
    realtime.tell = (event) => callback(event as Parameters<typeof callback>[0]);
    return Promise.resolve(() => {
      realtime.stopped += 1;
      return Promise.resolve();
    });
  });
  return realtime;
}

describe("video jobs", () => {
  let realtime: ReturnType<typeof stubRealtime>;

  // In every test: jsdom has no EventSource for the page to listen with.
  beforeEach(() => {
    realtime = stubRealtime();
  });

  it("show their progress as the server tells of it, and stop listening when the page is left", async () => {
    const server = withJob();
    const { unmount } = renderHub("/video-generator", { server });
    await screen.findByText("Kệ Xanh");
    await waitFor(() => expect(realtime.topic).toBe("*"));
    expect(realtime.filter).toBe(`workspace_id = "${workspaceId}"`);

    const record = Object.assign(server.records.video_jobs?.[0] ?? {}, { status: "rendering", progress: 40, progress_stage: "drawing" });
    act(() => realtime.tell({ action: "update", record }));

    expect(await screen.findByRole("progressbar", { name: "drawing" })).toHaveAttribute("aria-valuenow", "40");
    await expectAccessible();
    unmount();
    await waitFor(() => expect(realtime.stopped).toBe(1));
  });

  it("that failed say why and are tried again", async () => {
    const { user, server } = renderHub("/video-generator", { server: withJob({ status: "failed", error_message: "The music is too short.", attempt_count: 3 }) });

    await user.click(await screen.findByRole("button", { name: "Show" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Kệ Xanh" }));
    expect(await dialog.findByRole("alert")).toHaveTextContent("The music is too short.");
    await user.click(dialog.getByRole("button", { name: "Try again" }));

    await waitFor(() => expect(server.seen("PATCH", /video_jobs/)[0]?.body).toMatchObject({ status: "queued", attempt_count: 0, error_message: "" }));
  });

  it("that are done have a player", async () => {
    const { user, baseElement } = renderHub("/video-generator", { server: withJob({ status: "done", output_video: "film.mp4", thumbnail: "film.jpg", render_duration_ms: 12_300 }) });

    await user.click(await screen.findByRole("button", { name: "Show" }));

    await waitFor(() => expect(baseElement.querySelector("video")).toHaveAttribute("src", expect.stringMatching(/\/pb\/api\/files\/video_jobs\/job000000000001\/film\.mp4$/)));
    expect(screen.getByText("12.3 s")).toBeInTheDocument();
  });

  async function order(server: FakeServer) {
    const hub = renderHub("/video-generator", { server });
    await hub.user.click((await screen.findAllByRole("button", { name: "New Video" }))[0] as HTMLElement);
    const dialog = within(await screen.findByRole("dialog", { name: "New Video" }));
    await hub.user.type(dialog.getByRole("textbox", { name: "Intro Text" }), "Hello");
    for (const name of ["Product 1", "Product 2"]) {
      const product = within(dialog.getByRole("group", { name }));
      await hub.user.upload(product.getByLabelText(/Image/), new File(["x"], `${name}.png`, { type: "image/png" }));
      await hub.user.type(product.getByRole("textbox", { name: /Text/ }), name);
    }

    await hub.user.click(dialog.getByRole("button", { name: "Order video" }));
    return hub;
  }

  it("are ordered with their files", async () => {
    const server = withJob();
    await order(server);

    await waitFor(() => expect(server.seen("POST", collection)).toHaveLength(1));
    const body = server.seen("POST", collection)[0]?.body ?? {};
    expect(body).toMatchObject({ status: "queued", priority: "5", variant_name: "A", workspace_id: workspaceId });
    expect(body["idempotency_key"]).toMatch(/^[0-9a-f]{64}$/);
    expect((body["input_images"] as File[]).map(({ name }) => name)).toEqual(["Product 1.png", "Product 2.png"]);
  });

  it("that were ordered before are found, not made twice", async () => {
    const server = withJob();
    server.refuse("POST", collection, 400, "Failed to create record.", { idempotency_key: "Value must be unique." });
    server.on("GET", collection, ({ query }) => (query.get("filter")?.includes("idempotency_key") ? Response.json({ items: [server.records.video_jobs?.[0]], page: 1, perPage: 1, totalItems: -1, totalPages: -1 }) : undefined));
    await order(server);

    expect(await screen.findByText("The same video was ordered before. Here it is.")).toBeInTheDocument();
    expect(await screen.findByRole("dialog", { name: "Kệ Xanh" })).toBeInTheDocument();
  });

  it("need a picture and a text for each product", async () => {
    const server = withJob();
    const { user } = renderHub("/video-generator", { server });
    await user.click((await screen.findAllByRole("button", { name: "New Video" }))[0] as HTMLElement);
    await user.click(await screen.findByRole("button", { name: "Order video" }));

    expect(screen.getAllByText("This is required.")).toHaveLength(4);
    expect(server.seen("POST", collection)).toHaveLength(0);
  });
});
