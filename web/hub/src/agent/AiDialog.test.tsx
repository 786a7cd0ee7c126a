import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { AiDialog } from "@/agent/AiDialog";
import { generations } from "@/agent/generations";
import { expectAccessible } from "@/test/expectAccessible";
import { FakeServer } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";
import { Textarea } from "@/ui/Textarea";

const path = "/api/agent/generate-worksheet";

function Sample({ onAccept = () => undefined }: { onAccept?: (text: string) => void | Promise<void> }) {
  const [open, setOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <AiDialog<string>
          title="Worksheet"
          generationKey="sample"
          form={<p>Choose a brand.</p>}
          canStart
          request={() => ({ path: "/generate-worksheet", body: {} })}
          parse={(payload) => (typeof payload["worksheet"] === "string" ? payload["worksheet"] : null)}
          edit={(text, change) => <Textarea label="Content" value={text} onChange={change} />}
          onAccept={onAccept}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

describe("AI dialog", () => {
  it("shows what the agent does, and lets the user change the result before it is used", async () => {
    const server = new FakeServer();
    server.stream(path, [
      { type: "status", status: "fetching_brand" },
      { type: "warning", message: "No persona was given." },
      { type: "done", worksheet: "Draft" },
    ]);
    const onAccept = vi.fn();
    const { user } = renderHub("/", { server, element: <Sample onAccept={onAccept} /> });

    await user.click(await screen.findByRole("button", { name: "Generate" }));
    const box = await screen.findByLabelText("Content");
    expect(screen.getByRole("log")).toHaveTextContent("Reading the brandNo persona was given.");
    await expectAccessible();
    await user.type(box, " changed");
    await user.click(screen.getByRole("button", { name: "Use this" }));

    expect(onAccept).toHaveBeenCalledWith("Draft changed");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(generations.find("sample")).toBeNull();
  });

  it("can be left and come back to", async () => {
    const server = new FakeServer();
    server.stream(path, [{ type: "chunk", content: "So far" }], { keepOpen: true });
    const { user } = renderHub("/", { server, element: <Sample /> });

    await user.click(await screen.findByRole("button", { name: "Generate" }));
    await user.click(await screen.findByRole("button", { name: "Continue in background" }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Open" }));

    expect(await screen.findByText("So far")).toBeInTheDocument();
    expect(server.seen("POST", path)).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Stop" }));
    expect(await screen.findByText("Stopped.")).toBeInTheDocument();
  });

  it("shows a failure with its step and tries again", async () => {
    const server = new FakeServer();
    server.stream(path, [{ type: "error", error: "The model is gone.", step: "Agent execution" }]);
    const { user } = renderHub("/", { server, element: <Sample /> });

    await user.click(await screen.findByRole("button", { name: "Generate" }));
    expect(await screen.findByText("The assistant could not finish (Agent execution): The model is gone.")).toBeInTheDocument();
    server.stream(path, [{ type: "done", worksheet: "Draft" }]);
    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(await screen.findByLabelText("Content")).toHaveValue("Draft");
  });

  it("says so when the result has an unknown form", async () => {
    const server = new FakeServer();
    server.stream(path, [{ type: "done", worksheet: 5 }]);
    const { user } = renderHub("/", { server, element: <Sample /> });

    await user.click(await screen.findByRole("button", { name: "Generate" }));

    expect(await screen.findByText(/no form that this page knows/)).toBeInTheDocument();
  });

  it("keeps the result when it could not be used", async () => {
    const server = new FakeServer();
    server.stream(path, [{ type: "done", worksheet: "Draft" }]);
    const { user } = renderHub("/", { server, element: <Sample onAccept={() => Promise.reject(new TypeError("Failed to fetch"))} /> });

    await user.click(await screen.findByRole("button", { name: "Generate" }));
    await user.click(await screen.findByRole("button", { name: "Use this" }));

    expect(await screen.findByRole("alert")).toHaveTextContent("The server cannot be reached.");
    expect(screen.getByLabelText("Content")).toHaveValue("Draft");
  });
});
