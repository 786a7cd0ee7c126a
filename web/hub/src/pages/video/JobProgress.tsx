import type { VideoJob } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { isWorking, statusTones } from "@/pages/video/jobState";
import { Badge } from "@/ui/Badge";
import { Progress } from "@/ui/Progress";

/** The state of a job, with a bar while a worker has it. */
export function JobProgress({ job }: { job: VideoJob }) {
  const t = useTexts();
  return (
    <div className="min-w-24 space-y-1">
      <Badge tone={statusTones[job.status]}>{t.video.status[job.status]}</Badge>
      {isWorking(job) && <Progress label={job.progress_stage || t.video.progress} share={job.progress / 100} />}
    </div>
  );
}
