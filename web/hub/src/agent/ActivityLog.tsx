import { useEffect, useRef } from "react";
import type { LogEntry } from "@/agent/generation";
import { useTexts } from "@/i18n/useTexts";
import type { Texts } from "@/i18n/texts";
import { classes } from "@/ui/classes";

/** What a generator does, line by line; the newest line stays in view. */
export function ActivityLog({ entries }: { entries: readonly LogEntry[] }) {
  const t = useTexts();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollTo?.({ top: list.current.scrollHeight });
  }, [entries]);

  return (
    // It scrolls, so the keyboard must reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={list} role="log" aria-label={t.agent.activity} tabIndex={0} className="max-h-48 overflow-y-auto rounded-md bg-raised p-3 text-sm">
      <ol className="space-y-1">
        {entries.map((entry, index) => (
          // Lines are only added at the end, and dropped at the beginning when there are very many.
          <li key={`${String(index)}-${entry.kind}`} className={classes("break-words", entry.kind === "warning" && "text-warning")}>
            {lineOf(entry, t)}
          </li>
        ))}
      </ol>
    </div>
  );
}

function lineOf({ kind, actor, text }: LogEntry, t: Texts): string {
  const prefix = (name: string) => [name, text].filter(Boolean).join(": ");
  switch (kind) {
    case "status":
      return [actor, t.agent.status[text] ?? text].filter(Boolean).join(": ");
    case "tool_start":
      return prefix(t.agent.toolStart(actor));
    case "tool_end":
      return prefix(t.agent.toolEnd(actor));
    case "warning":
      return prefix(actor);
  }
}
