import { createEvent, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer, workspaceId } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";

const collection = "/pb/api/collections/inspiration_events/records";

function withEvent(): FakeServer {
  const server = new FakeServer();
  server.add("inspiration_events", { event_name: "Shop fair", event_date: "2026-11-12 00:00:00.000Z", type: "industry_event", description: "Thirty shops", suggested_angles: null });
  return server;
}

// A month of November 2026 has its first on a Sunday, so the 12th is in the third row.
const cellOf = (day: string) => document.querySelector(`time[datetime="${day}"]`)?.closest("td") as HTMLElement;
const open = (server: FakeServer) => renderHub("/calendar?month=2026-11", { server });

describe("the calendar", () => {
  it("shows the events of a month in their days", async () => {
    const { server } = open(withEvent());

    await waitFor(() => expect(within(cellOf("2026-11-12")).getByRole("button", { name: "Shop fair" })).toBeInTheDocument());

    const filters = server.seen("GET", collection).map(({ query }) => query.get("filter"));
    expect(filters).toContain(`workspace_id = "${workspaceId}" && (event_date >= "2026-10-26 00:00:00.000Z" && event_date < "2026-12-07 00:00:00.000Z")`);
    await expectAccessible();
  });

  it("moves an event by Shift and an arrow key, says so and keeps the focus", async () => {
    const { user, server } = open(withEvent());
    (await screen.findByRole("button", { name: "Shop fair" })).focus();

    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");

    await waitFor(() => expect(within(cellOf("2026-11-19")).getByRole("button", { name: "Shop fair" })).toHaveFocus());
    expect(screen.getByText(/^"Shop fair" moved to Thursday,? 19 November 2026\.$/)).toBeInTheDocument();
    expect(server.seen("PATCH", /inspiration_events/)[0]?.body).toEqual({ event_date: "2026-11-19 00:00:00.000Z" });
  });

  it("moves an event by dragging", async () => {
    const { server } = open(withEvent());
    const chip = await screen.findByRole("button", { name: "Shop fair" });

    fireEvent(chip, Object.assign(createEvent.dragStart(chip), { dataTransfer: { setData: () => undefined } }));
    fireEvent.dragOver(cellOf("2026-11-03"));
    fireEvent.drop(cellOf("2026-11-03"));

    await waitFor(() => expect(within(cellOf("2026-11-03")).getByRole("button", { name: "Shop fair" })).toBeInTheDocument());
    expect(server.seen("PATCH", /inspiration_events/)[0]?.body).toEqual({ event_date: "2026-11-03 00:00:00.000Z" });
  });

  it("puts an event back when the server refuses the move", async () => {
    const server = withEvent();
    server.refuse("PATCH", /inspiration_events/, 403);
    const { user } = open(server);
    (await screen.findByRole("button", { name: "Shop fair" })).focus();

    await user.keyboard("{Shift>}{ArrowRight}{/Shift}");

    expect(await screen.findByText(/You may not do that here/)).toBeInTheDocument();
    await waitFor(() => expect(within(cellOf("2026-11-12")).getByRole("button", { name: "Shop fair" })).toBeInTheDocument());
  });

  it("makes an event on a day", async () => {
    const { user, server } = open(withEvent());

    await user.click(await screen.findByRole("button", { name: "New event on 20 November 2026" }));
    const dialog = within(await screen.findByRole("dialog", { name: "New Event" }));
    expect(dialog.getByLabelText(/Date/)).toHaveValue("2026-11-20");
    await user.type(dialog.getByRole("textbox", { name: /Event Name/ }), "Teachers' day");
    await user.click(dialog.getByRole("button", { name: "Save" }));

    await waitFor(() => expect(server.seen("POST", collection)[0]?.body).toMatchObject({ event_name: "Teachers' day", event_date: "2026-11-20 00:00:00.000Z", workspace_id: workspaceId }));
  });

  it("turns the page to other months", async () => {
    const { user } = open(withEvent());
    await screen.findByRole("heading", { name: "November 2026" });

    await user.click(screen.getByRole("button", { name: "Next month" }));
    expect(await screen.findByRole("heading", { name: "December 2026" })).toBeInTheDocument();
  });

  it("lists all events, searched and sorted at the server", async () => {
    const { user, server } = open(withEvent());
    const list = within(await screen.findByRole("region", { name: "All events" }));
    expect(list.getByText("Shop fair")).toBeInTheDocument();

    await user.type(screen.getByRole("searchbox"), "fair");
    await user.click(await screen.findByRole("button", { name: "Event Name" }));

    await waitFor(() => {
      const query = server.seen("GET", collection).at(-1)?.query;
      expect(query?.get("sort")).toBe("event_name,id");
      expect(query?.get("filter")).toContain('event_name ~ "fair" || description ~ "fair"');
    });
  });
});
