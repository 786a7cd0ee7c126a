import { RotateCcw } from "lucide-react";
import { toFailure } from "@/data/errors";
import { useSaveRecord } from "@/data/mutations";
import type { VideoJob } from "@/data/records";
import { useRecord } from "@/data/useRecord";
import { useTexts } from "@/i18n/useTexts";
import { JobFacts } from "@/pages/video/JobFacts";
import { JobProgress } from "@/pages/video/JobProgress";
import { restart, titleOf } from "@/pages/video/jobState";
import { VideoPlayer } from "@/pages/video/VideoPlayer";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ErrorState } from "@/ui/ErrorState";
import { failureText } from "@/ui/failureText";
import { Loading } from "@/ui/Loading";
import { showToast } from "@/ui/toasts";

/** A job as it is now: its video, or how far it is, or why it failed. */
export function JobDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts();
  const query = useRecord("video_jobs", id);
  const save = useSaveRecord("video_jobs");
  const job = query.data;
  const again = (failed: VideoJob) => save.mutate({ id: failed.id, values: restart }, { onError: (error) => showToast(failureText(toFailure(error), t), "error") });

  return (
    <Dialog
      title={job ? titleOf(job) : t.video.job}
      wide
      onClose={onClose}
      footer={
        <>
          {job?.status === "failed" && (
            <Button busy={save.isPending} onClick={() => again(job)}>
              <RotateCcw aria-hidden="true" className="size-4" />
              {t.video.runAgain}
            </Button>
          )}
          <Button onClick={onClose}>{t.common.close}</Button>
        </>
      }
    >
      {query.isPending && <Loading />}
      {query.isError && <ErrorState error={toFailure(query.error)} onRetry={() => void query.refetch()} />}
      {job && (
        <div className="space-y-4">
          <JobProgress job={job} />
          {job.error_message !== "" && (
            <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 break-words text-danger">
              {job.error_message}
            </p>
          )}
          {job.output_video !== "" && <VideoPlayer job={job} />}
          <JobFacts job={job} />
        </div>
      )}
    </Dialog>
  );
}
