import { Clapperboard } from "lucide-react";
import { useState } from "react";
import { toFailure } from "@/data/errors";
import { equals } from "@/data/filter";
import { useDeleteRecord } from "@/data/mutations";
import type { VideoJob } from "@/data/records";
import { useListParams } from "@/data/useListParams";
import { useRecordList } from "@/data/useRecordList";
import { useTexts } from "@/i18n/useTexts";
import { JobDetail } from "@/pages/video/JobDetail";
import { JobDialog } from "@/pages/video/JobDialog";
import { jobStatuses, titleOf } from "@/pages/video/jobState";
import { JobTable } from "@/pages/video/JobTable";
import { useLiveJobs } from "@/pages/video/useLiveJobs";
import { Button } from "@/ui/Button";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { failureText } from "@/ui/failureText";
import { ListView } from "@/ui/ListView";
import { PageHeader } from "@/ui/PageHeader";
import { SearchBox } from "@/ui/SearchBox";
import { Select } from "@/ui/Select";
import { showToast } from "@/ui/toasts";

export default function VideoPage() {
  const t = useTexts();
  const texts = t.video;
  const list = useListParams();
  const [status, setStatus] = useState<VideoJob["status"] | "">("");
  const [creating, setCreating] = useState(false);
  const [shownId, setShownId] = useState("");
  const [deleting, setDeleting] = useState<VideoJob | null>(null);
  const query = useRecordList("video_jobs", { ...list, searchFields: ["input_json", "error_message"], ...(status && { filter: equals("status", status) }) });
  const remove = useDeleteRecord("video_jobs");
  useLiveJobs();

  const newButton = (
    <Button look="primary" onClick={() => setCreating(true)}>
      <Clapperboard aria-hidden="true" className="size-5" />
      {texts.new}
    </Button>
  );
  const confirmDelete = (job: VideoJob) => {
    setDeleting(null);
    remove.mutate(job.id, {
      onSuccess: () => showToast(t.common.deleted(titleOf(job))),
      onError: (error) => showToast(failureText(toFailure(error), t), "error"),
    });
  };

  return (
    <div className="space-y-4">
      <PageHeader title={texts.title} actions={newButton} />
      <div className="flex flex-wrap items-end gap-3">
        <SearchBox label={texts.search} value={list.search} onSearch={list.setSearch} />
        <Select
          label={t.common.status}
          placeholder={t.common.all}
          value={status}
          options={jobStatuses.map((value) => ({ value, label: texts.status[value] }))}
          onChange={(value) => {
            setStatus(value);
            list.setPage(1);
          }}
        />
      </div>
      <ListView query={query} search={list.search + status} emptyText={texts.empty} emptyAction={newButton} onPage={list.setPage}>
        {(jobs) => <JobTable jobs={jobs} sort={list.sort} onSort={list.setSort} onShow={setShownId} onDelete={setDeleting} />}
      </ListView>
      {creating && (
        <JobDialog
          onCreated={(id) => {
            setCreating(false);
            setShownId(id);
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {shownId !== "" && <JobDetail id={shownId} onClose={() => setShownId("")} />}
      {deleting && <ConfirmDialog message={t.common.deleteAsk(titleOf(deleting))} onConfirm={() => confirmDelete(deleting)} onClose={() => setDeleting(null)} />}
    </div>
  );
}
