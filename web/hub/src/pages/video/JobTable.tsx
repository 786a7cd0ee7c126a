import { Eye, Trash2 } from "lucide-react";
import { fileAddress } from "@/data/files";
import type { VideoJob } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";
import { JobProgress } from "@/pages/video/JobProgress";
import { isWorking, titleOf } from "@/pages/video/jobState";
import { DateTime } from "@/ui/DateTime";
import { IconButton } from "@/ui/IconButton";
import { type Column, Table } from "@/ui/Table";

interface JobTableProps {
  jobs: readonly VideoJob[];
  sort: string;
  onSort: (sort: string) => void;
  onShow: (id: string) => void;
  onDelete: (job: VideoJob) => void;
}

export function JobTable({ jobs, sort, onSort, onShow, onDelete }: JobTableProps) {
  const t = useTexts();
  const texts = t.video;
  const picture = (job: VideoJob) => fileAddress(job, job.thumbnail || (job.input_images[0] ?? ""), job.thumbnail ? undefined : "100x100");
  const columns: Column<VideoJob>[] = [
    {
      header: texts.job,
      cell: (job) => (
        <div className="flex flex-wrap items-center gap-3">
          {picture(job) !== "" && <img src={picture(job)} alt="" loading="lazy" className="size-12 shrink-0 rounded object-cover" />}
          <span className="min-w-0 font-medium break-words">{titleOf(job)}</span>
        </div>
      ),
    },
    { header: t.common.status, sortField: "status", cell: (job) => <JobProgress job={job} /> },
    { header: texts.variant, sortField: "variant_name", wideOnly: true, cell: (job) => job.variant_name },
    { header: texts.priority, sortField: "priority", wideOnly: true, cell: (job) => job.priority },
    { header: texts.products, wideOnly: true, cell: (job) => job.input_json.products?.length ?? 0 },
    { header: t.common.created, sortField: "created", wideOnly: true, cell: (job) => <DateTime value={job.created} /> },
  ];
  return (
    <Table
      caption={texts.title}
      columns={columns}
      rows={jobs}
      sort={sort}
      onSort={onSort}
      actions={(job) => (
        <>
          <IconButton icon={Eye} title={texts.show} onClick={() => onShow(job.id)} />
          <IconButton icon={Trash2} title={t.common.delete} danger disabled={isWorking(job)} onClick={() => onDelete(job)} />
        </>
      )}
    />
  );
}
