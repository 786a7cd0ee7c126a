import { Download } from "lucide-react";
import { fileAddress } from "@/data/files";
import type { VideoJob } from "@/data/records";
import { useTexts } from "@/i18n/useTexts";

/** The finished video. */
export function VideoPlayer({ job }: { job: VideoJob }) {
  const t = useTexts();
  const address = fileAddress(job, job.output_video);
  return (
    <div className="space-y-2">
      {/* Rendered from pictures and texts of the job, which stand below: there is no speech to caption. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <video controls preload="metadata" src={address} poster={fileAddress(job, job.thumbnail) || undefined} className="mx-auto max-h-[60dvh] rounded-md bg-black" />
      <a href={`${address}?download=1`} className="inline-flex items-center gap-2 text-accent underline">
        <Download aria-hidden="true" className="size-4" />
        {t.video.download}
      </a>
    </div>
  );
}
