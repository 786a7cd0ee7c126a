import { describe, expect, it } from "vitest";
import type { Worksheet } from "@/data/records";
import { toContent, toRequest } from "@/pages/worksheets/worksheetAi";
import { excerpt, toForm, toValues } from "@/pages/worksheets/worksheetForm";

const worksheet = {
  title: "Launch",
  brandRefs: ["b1"],
  customerRefs: ["c1"],
  status: "completed",
  agent_context: { content: "# Plan", tokens: 12 },
} as unknown as Worksheet;

describe("a worksheet's form", () => {
  it("sends nothing when nothing was changed", () => {
    expect(toValues(toForm(worksheet), worksheet)).toEqual({});
  });

  it("keeps the status and what other services left beside the text", () => {
    expect(toValues({ ...toForm(worksheet), content: "# New" }, worksheet)).toEqual({ agent_context: { content: "# New", tokens: 12 } });
  });

  it("sends all of a new one", () => {
    expect(toValues({ title: " Idea ", brands: ["b"], personas: [], status: "draft", content: "x" }, null)).toEqual({
      title: "Idea",
      brandRefs: ["b"],
      customerRefs: [],
      status: "draft",
      agent_context: { content: "x" },
    });
  });
});

describe("an excerpt", () => {
  it("has no marks of Markdown", () => {
    expect(excerpt("# Head\n\n- **bold** [link](http://x)\n1. `code`")).toBe("Head\nbold link\ncode");
  });

  it("is cut where it is long", () => {
    expect(excerpt("word ".repeat(100))).toHaveLength(220);
    expect(excerpt("word ".repeat(100)).endsWith("…")).toBe(true);
  });
});

describe("the assistant's worksheet", () => {
  it("is the payload's, or else what was streamed", () => {
    expect(toContent({ worksheet: "# A" }, "# B")).toBe("# A");
    expect(toContent({}, "# B")).toBe("# B");
    expect(toContent({}, " ")).toBeNull();
  });

  it("is asked for as the last time when a run is there", () => {
    expect(toRequest({ brandIds: ["x"], customerIds: ["y"], language: "English" }, ["b"], [])).toEqual({ brandIds: ["x"], customerIds: ["y"], language: "English" });
    expect(toRequest(undefined, ["b"], ["c"])).toEqual({ brandIds: ["b"], customerIds: ["c"], language: "Vietnamese" });
  });
});
