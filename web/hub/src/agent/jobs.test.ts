import { describe, expect, it } from "vitest";
import { parseJobs } from "@/agent/jobs";

describe("jobs of the agent", () => {
  it("reads those it understands", () => {
    const job = { jobId: "j", kind: "batch-posts", status: "running", campaignId: "c", createdAt: "2026-01-01T00:00:00Z", progress: { done: 1, total: 4 } };

    expect(parseJobs({ items: [{ ...job, workspaceId: "w", lastEventId: 3 }, { ...job, kind: "later" }, { ...job, status: "later" }, { ...job, jobId: 1 }, null] })).toEqual([job]);
  });

  it.each([null, {}, { items: {} }, []])("takes %j for none", (answer) => {
    expect(parseJobs(answer)).toEqual([]);
  });

  it("does without progress", () => {
    expect(parseJobs({ items: [{ jobId: "j", kind: "content-briefs", status: "done" }] })[0]?.progress).toEqual({ done: 0, total: 0 });
  });
});
