import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

it("the dashboard counts what is there", async () => {
  const server = new FakeServer();
  server.add("worksheets", { title: "Plan" });
  server.add("worksheets", { title: "Plan 2" });
  server.add("platform_variants", { platform: "blog", publish_status: "published", published_at: new Date().toISOString() });
  server.add("platform_variants", { platform: "email", publish_status: "draft", published_at: "" });
  server.add("agent_logs", { agent_name: "Batch", action: "Wrote two posts", status: "failed", tokens_used: 1234, error_message: "No model." });
  renderHub("/", { server });

  await waitFor(() => expect(screen.getByRole("link", { name: /2\s*Worksheets/ })).toHaveAttribute("href", "/worksheets"));
  const status = within(await screen.findByRole("table", { name: "Variants by status" }));
  expect(status.getByRole("row", { name: "Published 1" })).toBeInTheDocument();
  expect(status.getByRole("row", { name: "Failed 0" })).toBeInTheDocument();
  expect(within(await screen.findByRole("table", { name: "Variants by platform" })).getByRole("row", { name: "Email 1" })).toBeInTheDocument();
  const weeks = within(await screen.findByRole("table", { name: "Variants of the last eight weeks" })).getAllByRole("row");
  expect(weeks).toHaveLength(9);
  expect(weeks.at(-1)).toHaveTextContent(/1$/);
  expect(await screen.findByText("No model.")).toBeInTheDocument();
  await expectAccessible();
});

it("an empty workspace has no charts", async () => {
  renderHub("/");

  expect(await screen.findByText("Charts appear with the first post for a platform.")).toBeInTheDocument();
});

it("a number that cannot be had is not taken for zero", async () => {
  const server = new FakeServer();
  server.refuse("GET", /worksheets/, 500);
  renderHub("/", { server });

  expect(await screen.findByText("Not known now")).toBeInTheDocument();
});
