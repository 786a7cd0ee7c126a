// The official client over the whole path of the hub: sign in, create, list, expand, watch, change, delete.
import assert from "node:assert/strict";
import PocketBase from "pocketbase";

const pb = new PocketBase(process.env.PB_URL);
const { record: user } = await pb.collection("users").authWithPassword("demo@tmcp.local", process.env.DEMO_PASSWORD);
assert.equal(user.email, "demo@tmcp.local");
await pb.collection("users").authRefresh();

const workspaces = await pb.collection("workspaces").getList(1, 50);
const workspace = workspaces.items.find((item) => item.name === "Demo Workspace");
assert.ok(workspace.members.includes(user.id));

const campaign = await pb.collection("marketing_campaigns").create({
  workspace_id: workspace.id, name: "Client journey", status: "planned", kpi_targets: JSON.stringify({ strategy: { goal: "See it work" } }),
});
assert.deepEqual(campaign.kpi_targets, { strategy: { goal: "See it work" } });

const found = await pb.collection("marketing_campaigns").getFullList({
  filter: pb.filter("workspace_id = {:id}", { id: workspace.id }), sort: "-created", expand: "worksheet_id,product_id",
});
assert.equal(found[0].id, campaign.id);
assert.ok(found.some((item) => item.expand?.product_id?.name));

// Node has no EventSource in every supported version, so the realtime protocol is spoken with fetch.
const realtime = await fetch(`${process.env.PB_URL}api/realtime`);
const reader = realtime.body.pipeThrough(new TextDecoderStream()).getReader();
let received = "";
const until = async (text) => {
  while (!received.includes(text)) {
    const { value, done } = await reader.read();
    assert.ok(!done, `the stream ended before ${text}`);
    received += value;
  }
};
await until("PB_CONNECT");
await until("\n\n");
const clientId = /"clientId":"([^"]+)"/.exec(received)[1];
await pb.send("/api/realtime", { method: "POST", body: { clientId, subscriptions: ["video_jobs/*"] } });
const job = await pb.collection("video_jobs").create({ workspace_id: workspace.id, status: "queued", input_json: { products: [] } });
await until(job.id);
await reader.cancel();

await pb.collection("video_jobs").delete(job.id);
assert.equal((await pb.collection("marketing_campaigns").update(campaign.id, { status: "active" })).status, "active");
await pb.collection("marketing_campaigns").delete(campaign.id);
await assert.rejects(pb.collection("marketing_campaigns").getOne(campaign.id), { status: 404 });

const guest = new PocketBase(process.env.PB_URL);
assert.equal((await guest.collection("marketing_campaigns").getList(1, 1)).totalItems, 0);
assert.ok((await guest.collection("posts").getFullList({ filter: 'status = "published"', sort: "-created" })).length >= 3);
console.log("journey complete");
