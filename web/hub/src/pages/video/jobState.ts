import type { VideoJob } from "@/data/records";
import type { Tone } from "@/ui/Badge";

export const statusTones: Readonly<Record<VideoJob["status"], Tone>> = { queued: "neutral", claimed: "accent", rendering: "accent", uploading: "accent", done: "success", failed: "danger" };

export const jobStatuses: readonly VideoJob["status"][] = ["queued", "claimed", "rendering", "uploading", "done", "failed"];

/** Whether a worker has it in its hands. */
export function isWorking({ status }: VideoJob): boolean {
  return status === "claimed" || status === "rendering" || status === "uploading";
}

/** What is written to have a failed job tried again from the beginning. */
export const restart: Partial<VideoJob> = { status: "queued", progress: 0, progress_stage: "", attempt_count: 0, error_message: "" };

/** A name for a job: its first words. */
export function titleOf(job: VideoJob): string {
  const { intro_text: intro = "", products = [] } = job.input_json;
  return intro || products[0]?.text || job.id;
}
