import type { ReactNode } from "react";
import { fileAddress } from "@/data/files";
import type { VideoJob } from "@/data/records";
import { useLocale, useTexts } from "@/i18n/useTexts";
import { DateTime } from "@/ui/DateTime";

/** What a job was ordered with, and what became of it. */
export function JobFacts({ job }: { job: VideoJob }) {
  const t = useTexts();
  const texts = t.video;
  const number = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 });
  const { intro_text: intro = "", outro_text: outro = "", products = [] } = job.input_json;
  const facts: [string, ReactNode][] = [
    [texts.intro, intro],
    [texts.outro, outro],
    [texts.variant, job.variant_name === "" ? "" : texts.variants[job.variant_name]],
    [texts.priority, job.priority],
    [texts.attempts, texts.attemptsOf(job.attempt_count, job.max_attempts)],
    [texts.renderTime, job.render_duration_ms > 0 ? texts.seconds(number.format(job.render_duration_ms / 1000)) : ""],
    [t.common.created, <DateTime key="created" value={job.created} />],
  ];
  return (
    <div className="space-y-4">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name} className="flex justify-between gap-3 border-b border-line py-1">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 text-right break-words">{value}</dd>
            </div>
          ))}
      </dl>
      <section aria-label={texts.products}>
        <h3 className="mb-2 font-semibold">{texts.products}</h3>
        <ol className="grid gap-3 sm:grid-cols-2">
          {products.map(({ text, hook }, index) => (
            <li key={`${String(index)}-${text}`} className="flex gap-3 rounded-md border border-line p-2">
              {job.input_images[index] && <img src={fileAddress(job, job.input_images[index], "100x100")} alt="" loading="lazy" className="size-16 shrink-0 rounded object-cover" />}
              <span className="min-w-0 break-words">
                <span className="block font-medium">{text}</span>
                <span className="block text-sm text-muted">{hook}</span>
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
