import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { SocialAccount } from "@/data/records";
import { toForm, toValues } from "@/pages/social-accounts/accountForm";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const collection = "/pb/api/collections/social_accounts/records";

function withAccount(values: object = {}): FakeServer {
  const server = new FakeServer();
  server.add("social_accounts", { platform: "facebook", account_name: "Green Shelf", account_id: "100", expires_at: "", has_token: true, ...values });
  return server;
}

it("accounts say whether a token is stored, not which", async () => {
  const server = withAccount();
  server.add("social_accounts", { platform: "tiktok", account_name: "Clips", account_id: "200", expires_at: "", has_token: false });
  server.add("social_accounts", { platform: "youtube", account_name: "Films", account_id: "300", expires_at: "2020-01-01 00:00:00.000Z", has_token: true });
  renderHub("/social-accounts", { server });

  const rows = await screen.findAllByRole("row");

  expect(rows.slice(1).map((row) => within(row).getAllByRole("cell")[3]?.textContent)).toEqual(["Token stored", "No token", "Expired"]);
  await expectAccessible();
});

it("a new account takes its tokens along", async () => {
  const { user, server } = renderHub("/social-accounts");
  await user.click((await screen.findAllByRole("button", { name: "New Social Account" }))[0] as HTMLElement);
  const dialog = within(await screen.findByRole("dialog"));

  await user.selectOptions(dialog.getByRole("combobox", { name: /Platform/ }), "Facebook");
  await user.type(dialog.getByRole("textbox", { name: /Account Name/ }), "Page");
  await user.type(dialog.getByRole("textbox", { name: /Account ID/ }), "42");
  expect(dialog.getByLabelText("Access Token")).toHaveAttribute("type", "password");
  await user.type(dialog.getByLabelText("Access Token"), "secret-token");
  await user.click(dialog.getByRole("button", { name: "Save" }));

  await waitFor(() => expect(server.seen("POST", collection)[0]?.body).toMatchObject({ platform: "facebook", account_name: "Page", account_id: "42", access_token: "secret-token" }));
  expect(server.seen("POST", collection)[0]?.body).not.toHaveProperty("refresh_token");
});

it("an edit shows no token and keeps the stored one", async () => {
  const { user, server } = renderHub("/social-accounts", { server: withAccount() });
  await user.click(await screen.findByRole("button", { name: "Edit" }));
  const dialog = within(await screen.findByRole("dialog"));

  expect(dialog.getByLabelText("Access Token")).toHaveValue("");
  expect(dialog.getByText("A token is stored. Leave this empty to keep it.")).toBeInTheDocument();
  await user.type(dialog.getByRole("textbox", { name: /Account Name/ }), " 2");
  await user.click(dialog.getByRole("button", { name: "Save" }));

  await waitFor(() => expect(server.seen("PATCH", /social_accounts/)).toHaveLength(1));
  expect(Object.keys(server.seen("PATCH", /social_accounts/)[0]?.body ?? {}).sort()).toEqual(["account_id", "account_name", "expires_at", "platform"]);
});

it("an expiry that nobody touched stays as stored", () => {
  const account = { platform: "facebook", account_name: "A", account_id: "1", expires_at: "2026-03-01 02:30:15.123Z" } as SocialAccount;
  expect(toValues(toForm(account), account).get("expires_at")).toBe("2026-03-01 02:30:15.123Z");
});
