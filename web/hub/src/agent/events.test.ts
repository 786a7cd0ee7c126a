import { describe, expect, it } from "vitest";
import { parseAgentEvent } from "@/agent/events";

describe("agent event", () => {
  it.each([
    ['{"type":"status","status":"thinking","agent":"Batch"}', { type: "status", status: "thinking", agent: "Batch" }],
    ['{"type":"status","status":"active","agent":null,"step":"saving"}', { type: "status", status: "active", step: "saving" }],
    ['{"type":"chunk","content":"Chào"}', { type: "chunk", content: "Chào" }],
    ['{"type":"tool_start","tool":"get_record","input":{"id":1}}', { type: "tool_start", tool: "get_record", input: { id: 1 } }],
    ['{"type":"tool_end","tool":"get_record","output":{"id":1}}', { type: "tool_end", tool: "get_record", output: '{"id":1}' }],
    ['{"type":"warning","message":"No goal.","field":"goal"}', { type: "warning", message: "No goal.", field: "goal" }],
    ['{"type":"job","jobId":"j1","kind":"batch-posts","durable":true}', { type: "job", jobId: "j1", kind: "batch-posts", durable: true }],
    ['{"type":"done","worksheet":"# A"}', { type: "done", payload: { worksheet: "# A" } }],
    ['{"type":"error","error":"boom","step":"Angle generation"}', { type: "error", error: "boom", step: "Angle generation" }],
  ])("reads %s", (data, event) => {
    expect(parseAgentEvent(data)).toEqual(event);
  });

  it.each(["{", "", "[1]", "null", '"text"', '{"type":"platform","platform":"x"}', "{}", '{"type":"job","jobId":"","kind":"batch-posts"}', '{"type":"job","jobId":"j","kind":"other"}'])(
    "skips %s",
    (data) => {
      expect(parseAgentEvent(data)).toBeNull();
    },
  );
});
