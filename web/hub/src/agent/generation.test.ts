import { describe, expect, it } from "vitest";
import type { AgentEvent } from "@/agent/events";
import { cut, type Generation, isOver, reduceGeneration, started } from "@/agent/generation";

const after = (...events: AgentEvent[]): Generation => events.reduce(reduceGeneration, started);

describe("generation", () => {
  it("collects the text and the lines of a run", () => {
    const generation = after(
      { type: "status", status: "fetching_brand" },
      { type: "tool_start", tool: "get_record", input: { id: "b" } },
      { type: "tool_end", tool: "get_record", output: "x".repeat(400) },
      { type: "warning", message: "No persona.", field: "persona" },
      { type: "chunk", content: "Xin " },
      { type: "chunk", content: "chào" },
    );

    expect(generation).toMatchObject({ state: "running", text: "Xin chào" });
    expect(generation.log.map(({ kind, actor, text }) => [kind, actor, text])).toEqual([
      ["status", "", "fetching_brand"],
      ["tool_start", "get_record", '{"id":"b"}'],
      ["tool_end", "get_record", `${"x".repeat(300)}…`],
      ["warning", "persona", "No persona."],
    ]);
  });

  it("takes a status named warning for a warning", () => {
    expect(after({ type: "status", status: "warning", agent: "ContentBriefs", step: "Retention: too few" }).log).toEqual([
      { kind: "warning", actor: "ContentBriefs", text: "Retention: too few" },
    ]);
  });

  it("ends with the payload of done", () => {
    const generation = after({ type: "done", payload: { worksheet: "# A" } });

    expect(generation).toMatchObject({ state: "done", result: { worksheet: "# A" }, error: null });
    expect(isOver(generation)).toBe(true);
  });

  it("ends with an error and its step", () => {
    expect(after({ type: "error", error: "no angles", step: "Angle generation" })).toMatchObject({ state: "failed", error: { message: "no angles", step: "Angle generation" } });
  });

  it("takes the error 'cancelled' for a stop, not for a failure", () => {
    expect(after({ type: "error", error: "cancelled", step: "cancelled" }).state).toBe("cancelled");
  });

  it("knows the job that it follows", () => {
    expect(after({ type: "job", jobId: "j1", kind: "content-briefs", durable: true })).toMatchObject({ jobId: "j1", durable: true });
  });

  it("writes a repeated line once, and keeps the last 500", () => {
    const line = (text: string): AgentEvent => ({ type: "status", status: text });

    expect(after(line("thinking"), line("thinking")).log).toHaveLength(1);
    const long = after(...Array.from({ length: 700 }, (_, index) => line(String(index))));
    expect(long.log).toHaveLength(500);
    expect(long.log.at(-1)?.text).toBe("699");
  });

  it("cuts what is longer than 300 characters", () => {
    expect(cut("x".repeat(300))).toHaveLength(300);
    expect(cut("x".repeat(301))).toBe(`${"x".repeat(300)}…`);
  });
});
