import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer, workspaceId } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const masters = "/pb/api/collections/master_contents/records";
const variants = "/pb/api/collections/platform_variants/records";

function withPost(variant: object | null = {}): FakeServer {
  const server = new FakeServer();
  const campaign = server.add("marketing_campaigns", { name: "Sundays off" });
  const master = server.add("master_contents", {
    campaign_id: campaign.id,
    core_message: "<p>Three notebooks, one phone.</p>",
    primaryMediaIds: [],
    approval_status: "approved",
    metadata: { suggested_hashtags: ["#KeXanh"] },
    expand: { campaign_id: campaign },
  });
  if (variant) {
    server.add("platform_variants", {
      master_content_id: master.id,
      platform: "facebook",
      adapted_copy: "Count less, live more.",
      platformMediaIds: [],
      publish_status: "draft",
      scheduled_at: "",
      published_at: "",
      platform_post_id: "",
      metadata: null,
      ...variant,
    });
  }

  return server;
}

async function showVariants(server: FakeServer) {
  const hub = renderHub("/social-posts", { server });
  await hub.user.click(await screen.findByRole("button", { name: "Show Variants (1)" }));
  await screen.findByRole("list", { name: "Variants" });
  return hub;
}

describe("social posts", () => {
  it("show the message with its campaign, approval and platforms", async () => {
    renderHub("/social-posts", { server: withPost() });

    expect(await screen.findByText("Three notebooks, one phone.")).toBeInTheDocument();
    expect(screen.getByText("Sundays off")).toBeInTheDocument();
    expect(screen.getAllByText("Approved").length).toBeGreaterThan(0);
    expect(await within(screen.getByRole("list", { name: "Platforms" })).findByText("Facebook")).toBeInTheDocument();
    await expectAccessible();
  });

  it("are sorted, searched and filtered at the server", async () => {
    const { user, server } = renderHub("/social-posts", { server: withPost() });
    await screen.findByText("Sundays off");

    await user.selectOptions(screen.getByRole("combobox", { name: "Sort" }), "Campaign A to Z");
    await user.selectOptions(screen.getByRole("combobox", { name: "Approval" }), "Approved");
    await user.type(screen.getByRole("searchbox"), "notebooks");

    await waitFor(() => {
      const query = server.seen("GET", masters).at(-1)?.query;
      expect(query?.get("sort")).toBe("campaign_id.name,id");
      expect(query?.get("filter")).toContain('approval_status = "approved"');
      expect(query?.get("filter")).toContain('core_message ~ "notebooks" || campaign_id.name ~ "notebooks"');
    });
  });

  it("say what is wrong when the list does not come", async () => {
    const server = new FakeServer();
    server.refuse("GET", masters, 500);
    renderHub("/social-posts", { server });

    expect(await screen.findByRole("alert")).toHaveTextContent("The server has a problem.");
  });

  it("are written by hand, with a campaign", async () => {
    const { user, server } = renderHub("/social-posts", { server: withPost(null) });
    await user.click(await screen.findByRole("button", { name: "New Master Content" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.queryByRole("button", { name: "Generate via AI" })).not.toBeInTheDocument();

    await user.click(dialog.getByRole("button", { name: "Save" }));
    expect(dialog.getByText("This is required.")).toBeInTheDocument();
    await user.type(dialog.getByRole("textbox", { name: /Core Message/ }), "A new message");
    await user.click(dialog.getByRole("combobox", { name: "Campaign" }));
    await user.click(await dialog.findByRole("option", { name: "Sundays off" }));
    expect(await dialog.findByRole("button", { name: "Generate via AI" })).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Save" }));

    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(server.seen("POST", masters)[0]?.body).toMatchObject({ core_message: "A new message", approval_status: "pending", workspace_id: workspaceId });
  });

  it("come back when the server does not delete them", async () => {
    const server = withPost();
    server.refuse("DELETE", /master_contents/, 500);
    const { user } = renderHub("/social-posts", { server });

    await user.click(await screen.findByRole("button", { name: "Delete" }));
    const dialog = within(await screen.findByRole("alertdialog"));
    expect(dialog.getByText(/Its variant goes, too\./)).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Delete" }));

    expect(await screen.findByText(/The server has a problem/)).toBeInTheDocument();
    expect(await screen.findByText("Three notebooks, one phone.")).toBeInTheDocument();
  });
});

describe("variants", () => {
  it("are added with text, SEO settings and a count of characters", async () => {
    const { user, server } = renderHub("/social-posts", { server: withPost(null) });
    await user.click(await screen.findByRole("button", { name: "Add Variant" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Add Variant" }));

    await user.selectOptions(dialog.getByRole("combobox", { name: /Platform/ }), "X (Twitter)");
    await user.click(dialog.getByRole("textbox", { name: /^Text/ }));
    await user.paste("x".repeat(281));
    expect(dialog.getByText("281 of 280 characters")).toBeInTheDocument();
    expect(dialog.getByText("(1 too many)")).toBeInTheDocument();
    await user.selectOptions(dialog.getByRole("combobox", { name: "Status" }), "Scheduled");
    await user.click(dialog.getByRole("button", { name: "Save" }));
    expect(dialog.getByText(/too long for the platform/)).toBeInTheDocument();
    expect(server.seen("POST", variants)).toHaveLength(0);

    await user.clear(dialog.getByRole("textbox", { name: /^Text/ }));
    await user.type(dialog.getByRole("textbox", { name: /^Text/ }), "Short");
    await user.selectOptions(dialog.getByRole("combobox", { name: "Status" }), "Draft");
    await user.click(dialog.getByText("SEO Settings"));
    await user.type(dialog.getByRole("textbox", { name: "SEO Title" }), "A title");
    await user.click(dialog.getByRole("button", { name: "Save" }));

    await waitFor(() => expect(server.seen("POST", variants)).toHaveLength(1));
    expect(server.seen("POST", variants)[0]?.body).toMatchObject({
      platform: "twitter",
      adapted_copy: "Short",
      publish_status: "draft",
      metadata: { seo_title: "A title", hashtags: ["#KeXanh"], character_count: 5 },
    });
  });

  it("are edited and deleted", async () => {
    const { user, server } = await showVariants(withPost());
    const card = within(screen.getByRole("article", { name: "Facebook" }));

    await user.click(card.getByRole("button", { name: "Edit" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Edit Variant" }));
    await user.type(dialog.getByRole("textbox", { name: /^Text/ }), " Really.");
    await user.click(dialog.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Count less, live more. Really.")).toBeInTheDocument();

    await user.click(within(screen.getByRole("article", { name: "Facebook" })).getByRole("button", { name: "Delete" }));
    await user.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(server.seen("DELETE", /platform_variants/)).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText(/Count less/)).not.toBeInTheDocument());
  });

  it("show how they will look on their platform", async () => {
    const { user } = await showVariants(withPost({ platform: "instagram", adapted_copy: "y".repeat(200) }));

    await user.click(screen.getByRole("button", { name: "Preview" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Preview for Instagram" }));
    expect(dialog.getByText("200 of 2,200 characters")).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "See more" }));

    expect(dialog.getByText("y".repeat(200))).toBeInTheDocument();
    await expectAccessible();
  });

  it("that are due say so", async () => {
    await showVariants(withPost({ publish_status: "scheduled", scheduled_at: "2020-01-01 00:00:00.000Z" }));

    expect(screen.getByText("Due now")).toBeInTheDocument();
  });
});

describe("publishing", () => {
  const route = "/pb/api/social/facebook/posts";

  it("posts on Facebook after a preview", async () => {
    const server = withPost();
    server.on("POST", route, () => Response.json({ publish_status: "published", platform_post_id: "1_2", facebook_response: { id: "1_2", picture: "'logo.svg' was left out." } }));
    const { user } = await showVariants(server);

    await user.click(screen.getByRole("button", { name: "Push to Facebook" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Push to Facebook" }));
    expect(dialog.getByText("Count less, live more.")).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Push to Facebook" }));

    expect(await screen.findByText("The post is on Facebook.")).toBeInTheDocument();
    expect(screen.getByText("'logo.svg' was left out.")).toBeInTheDocument();
    expect(server.seen("POST", route)[0]?.body).toEqual({ workspace_id: workspaceId, variant_id: server.records.platform_variants?.[0]?.["id"] });
  });

  it("tells what Facebook said against it", async () => {
    const server = withPost();
    server.on("POST", route, () => Response.json({ publish_status: "failed", facebook_response: { error: { message: "Invalid OAuth access token." } } }));
    const { user } = await showVariants(server);

    await user.click(screen.getByRole("button", { name: "Push to Facebook" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Push to Facebook" }));
    await user.click(dialog.getByRole("button", { name: "Push to Facebook" }));

    expect(await dialog.findByRole("alert")).toHaveTextContent("Facebook did not take the post: Invalid OAuth access token.");
  });

  it("puts a blog variant on the blog", async () => {
    const { user, server } = await showVariants(withPost({ platform: "blog", adapted_copy: "# A title\n\nA text.", metadata: { seo_title: "A title" } }));

    await user.click(screen.getByRole("button", { name: "Publish to Blog" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Publish to Blog" }));

    await waitFor(() => expect(server.seen("PATCH", /platform_variants/)[0]?.body).toEqual({ publish_status: "published" }));
  });
});
