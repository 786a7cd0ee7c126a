import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { kindOfFile, ratioOf } from "@/pages/media/mediaForm";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer, workspaceId } from "@/test/FakeServer";
import { stubUpload } from "@/test/fakeUpload";
import { renderHub } from "@/test/renderHub";

const collection = "/pb/api/collections/media_assets/records";

function withFiles(...names: string[]): FakeServer {
  const server = new FakeServer();
  stubUpload();
  names.forEach((name) => server.add("media_assets", { id: name.replace(/\W/g, "").padEnd(15, "0"), file: name, file_type: "image", aspect_ratio: "1:1", tags: ["shop"] }));
  return server;
}

describe("media assets", () => {
  it("are filtered by type and searched at the server, twelve a page", async () => {
    const { user, server } = renderHub("/media-assets", { server: withFiles("one.png") });
    await screen.findByText("one.png");
    await expectAccessible();

    await user.selectOptions(screen.getByRole("combobox", { name: "Type" }), "Image");
    await user.type(screen.getByRole("searchbox"), "shop");

    await waitFor(() => {
      const query = server.seen("GET", collection).at(-1)?.query;
      expect(query?.get("filter")).toContain('file_type = "image"');
      expect(query?.get("filter")).toContain('(file ~ "shop" || tags ~ "shop")');
      expect(query?.get("perPage")).toBe("12");
    });
  });

  it("are uploaded with their kind and tags", async () => {
    const { user, server, baseElement } = renderHub("/media-assets", { server: withFiles() });
    await user.click((await screen.findAllByRole("button", { name: "Upload Media" }))[0] as HTMLElement);
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Upload" }));
    expect(dialog.getByText("This is required.")).toBeInTheDocument();

    await user.upload(baseElement.querySelector("#media-file") as HTMLInputElement, new File(["film"], "film.mp4", { type: "video/mp4" }));
    expect(baseElement.querySelector("#media-file-type")).toHaveValue("video");
    await user.type(baseElement.querySelector("#media-tags") as HTMLInputElement, "shop,{Enter}");
    await user.click(dialog.getByRole("button", { name: "Upload" }));

    await waitFor(() => expect(server.seen("POST", collection)).toHaveLength(1));
    expect(server.seen("POST", collection)[0]?.body).toMatchObject({ file_type: "video", tags: '["shop"]', workspace_id: workspaceId });
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });

  it("that the server would refuse are refused here", async () => {
    const { user, server, baseElement } = renderHub("/media-assets", { server: withFiles() });
    await user.click((await screen.findAllByRole("button", { name: "Upload Media" }))[0] as HTMLElement);
    const large = Object.defineProperty(new File(["x"], "large.png", { type: "image/png" }), "size", { value: 101 * 1024 * 1024 });

    await user.upload(baseElement.querySelector("#media-file") as HTMLInputElement, large);
    await user.click(screen.getByRole("button", { name: "Upload" }));

    expect(screen.getByText("The file is larger than 100 MB.")).toBeInTheDocument();
    expect(server.seen("POST", collection)).toHaveLength(0);
  });

  it("are taken out of all that uses them before they are deleted", async () => {
    const server = withFiles("one.png");
    const id = String(server.records.media_assets?.[0]?.["id"]);
    server.add("brand_identities", { id: "brand0000000001", brand_name: "Green Shelf", logo: id });
    server.add("customer_personas", { id: "persona00000001", persona_name: "Linh", avatar: id });
    server.add("master_contents", { id: "master000000001", core_message: "The message", primaryMediaIds: ["other0000000001", id] });
    server.add("platform_variants", { id: "variant00000001", platform: "facebook", adapted_copy: "The copy", platformMediaIds: [id] });
    const { user } = renderHub("/media-assets", { server });

    await user.click(await screen.findByRole("button", { name: "Delete" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Delete Media Asset" }));
    for (const use of ['Brand "Green Shelf": logo', 'Persona "Linh": picture', 'Master content "The message"', 'Facebook: "The copy"']) {
      expect(await dialog.findByText(use)).toBeInTheDocument();
    }

    await user.click(dialog.getByRole("button", { name: "Delete Asset" }));

    await waitFor(() => expect(server.seen("DELETE", /media_assets/)).toHaveLength(1));
    const changes = server.seen("PATCH", /records/).map(({ path, body }) => [path.split("/").at(-1), body]);
    expect(changes).toEqual([
      ["brand0000000001", { logo: null }],
      ["persona00000001", { avatar: null }],
      ["master000000001", { primaryMediaIds: ["other0000000001"] }],
      ["variant00000001", { platformMediaIds: [] }],
    ]);
  });

  it("are deleted many at a time; one that fails does not keep the others", async () => {
    const server = withFiles("one.png", "two.png", "three.png");
    server.refuse("DELETE", /media_assets\/records\/two/, 403);
    const { user } = renderHub("/media-assets", { server });
    for (const name of ["one.png", "two.png", "three.png"]) {
      await user.click(await screen.findByRole("checkbox", { name: `Select ${name}` }));
    }

    await user.click(screen.getByRole("button", { name: "Delete selected (3)" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Delete 3 Media Assets" }));
    await waitFor(() => expect(dialog.getByRole("button", { name: "Delete Assets" })).toBeEnabled());
    await user.click(dialog.getByRole("button", { name: "Delete Assets" }));

    expect(await dialog.findByText(/two\.png: You may not do that here/)).toBeInTheDocument();
    expect(dialog.getByText("2 of 3 deleted")).toBeInTheDocument();
    expect(server.records.media_assets?.map(({ file }) => file)).toEqual(["two.png"]);
  });
});

it("kinds and ratios of files are recognised", () => {
  expect(["image/png", "video/mp4", "application/pdf", "text/html"].map(kindOfFile)).toEqual(["image", "video", "doc", null]);
  expect([ratioOf(1920, 1080), ratioOf(1080, 1920), ratioOf(500, 505), ratioOf(300, 100)]).toEqual(["16:9", "9:16", "1:1", "N/A"]);
});
