import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { toForm, toValues } from "@/pages/products/productForm";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer, workspaceId } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const collection = "/pb/api/collections/products_services/records";

function withProducts(...names: string[]): FakeServer {
  const server = new FakeServer();
  const brand = server.add("brand_identities", { brand_name: "Green Shelf" });
  names.forEach((name) => server.add("products_services", { name, brand_id: brand.id, key_features: ["fast"], key_benefits: [], expand: { brand_id: brand } }));
  return server;
}

describe("products", () => {
  it("shows the products of the workspace, newest first", async () => {
    const { server } = renderHub("/products", { server: withProducts("Till", "Scale") });

    const rows = await screen.findAllByRole("row");

    expect(rows.slice(1).map((row) => within(row).getAllByRole("cell")[0]?.textContent)).toEqual(["Scale", "Till"]);
    expect(within(rows[1] as HTMLElement).getByText("Green Shelf")).toBeInTheDocument();
    expect(server.seen("GET", collection)[0]?.query.get("filter")).toBe(`workspace_id = "${workspaceId}"`);
    await expectAccessible();
  });

  it("says that there is none yet", async () => {
    renderHub("/products");

    expect(await screen.findByText("There is no product yet.")).toBeInTheDocument();
  });

  it("offers a retry after a failure of the server", async () => {
    const server = withProducts("Till");
    let failing = true;
    server.on("GET", collection, () => (failing ? new Response("{}", { status: 500 }) : undefined));
    const { user } = renderHub("/products", { server });

    await screen.findByRole("alert");
    failing = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(await screen.findByText("Till")).toBeInTheDocument();
  });

  it("searches and sorts at the server", async () => {
    const { user, server } = renderHub("/products", { server: withProducts("Till", "Scale") });
    await screen.findByText("Till");

    await user.type(screen.getByRole("searchbox"), "sca");
    await waitFor(() => expect(screen.queryByText("Till")).not.toBeInTheDocument());
    await user.click(screen.getByRole("button", { name: "Product Name" }));

    await waitFor(() => expect(server.seen("GET", collection).at(-1)?.query.get("sort")).toBe("name,id"));
    expect(server.seen("GET", collection).at(-1)?.query.get("filter")).toContain('name ~ "sca"');
  });

  it("pages through more than 200 products at the server", async () => {
    const { user, server } = renderHub("/products?page=12", { server: withProducts(...Array.from({ length: 241 }, (_, index) => `Product ${String(index)}`)) });
    await screen.findByText("Product 20");

    await user.click(screen.getByRole("button", { name: "Next page" }));

    expect(await screen.findByText("Product 0")).toBeInTheDocument();
    expect(screen.getByText("Page 13 of 13, 241 in all")).toBeInTheDocument();
    expect(server.seen("GET", collection).every((request) => request.query.get("perPage") === "20")).toBe(true);
  });

  it("makes a product", async () => {
    const { user, server } = renderHub("/products", { server: withProducts() });

    await user.click((await screen.findAllByRole("button", { name: "New Product" }))[0] as HTMLElement);
    const dialog = await screen.findByRole("dialog", { name: "New Product" });
    await user.click(within(dialog).getByRole("button", { name: "Save" }));
    expect(within(dialog).getAllByText("This is required.")).toHaveLength(2);
    await user.type(within(dialog).getByLabelText(/Product Name/), "Till");
    await user.click(within(dialog).getByRole("combobox", { name: /Brand/ }));
    await user.click(await within(dialog).findByRole("option", { name: "Green Shelf" }));
    await user.type(within(dialog).getByLabelText("Key Features"), "fast{Enter}quiet,");
    await expectAccessible();
    await user.click(within(dialog).getByRole("button", { name: "Save" }));

    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(server.seen("POST", collection)[0]?.body).toMatchObject({ name: "Till", workspace_id: workspaceId, key_features: ["fast", "quiet"] });
    expect(await screen.findByRole("cell", { name: "Till" })).toBeInTheDocument();
  });

  it("shows the server's remark at its field and keeps what was typed", async () => {
    const server = withProducts("Till");
    server.refuse("PATCH", /products_services/, 400, "Failed to update record.", { name: "Must be unique." });
    const { user } = renderHub("/products", { server });

    await user.click(await screen.findByTitle("Edit"));
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText(/Product Name/), "!");
    await user.click(within(dialog).getByRole("button", { name: "Save" }));

    expect(await within(dialog).findByText("Must be unique.")).toBeInTheDocument();
    expect(within(dialog).getByLabelText(/Product Name/)).toHaveValue("Till!");
    // The optimistic name is taken back.
    expect(screen.getByText("Till", { selector: "span" })).toBeInTheDocument();
  });

  it("deletes after a question, and brings the product back when the server refuses", async () => {
    const server = withProducts("Till");
    const { user } = renderHub("/products", { server });
    server.refuse("DELETE", /products_services/, 400, "It is needed elsewhere.");

    await user.click(await screen.findByTitle("Delete"));
    await user.click(within(await screen.findByRole("alertdialog", { name: "Confirm Action" })).getByRole("button", { name: "Delete" }));

    expect(await screen.findByText("It is needed elsewhere.")).toBeInTheDocument();
    expect(await screen.findByText("Till")).toBeInTheDocument();
  });

  it("speaks Vietnamese", async () => {
    renderHub("/products", { language: "vi" });

    expect(await screen.findByRole("heading", { name: "Sản phẩm" })).toBeInTheDocument();
  });

  it("keeps every field through a round trip of the form, and shows rich text without its tags", () => {
    const values = { name: "Till", brand_id: "b", description: "<p>One <strong>till</strong>.</p>", usp: "u", key_features: ["f"], key_benefits: ["g"], default_offer: "o" };
    const product = values as never;

    expect(toForm(product).description).toBe("One till.");
    expect(toValues(toForm(product), product)).toEqual(values);
    expect(toValues({ ...toForm(product), description: "Two < three" }, product).description).toBe("<p>Two &lt; three</p>");
    expect(toForm({ key_features: { a: "x", b: ["y"] } } as never).features).toEqual(["x", "y"]);
  });
});
