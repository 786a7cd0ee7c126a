import type { AgentLog } from "@/data/records";
import { useRecordList } from "@/data/useRecordList";
import { useLocale, useTexts } from "@/i18n/useTexts";
import { Badge, type Tone } from "@/ui/Badge";
import { DateTime } from "@/ui/DateTime";
import { ListView } from "@/ui/ListView";
import { type Column, Table } from "@/ui/Table";
import { useState } from "react";

const tones: Readonly<Record<AgentLog["status"], Tone>> = { success: "success", failed: "danger", pending: "warning" };

/** What the assistant has done lately, and what it took. */
export function AgentRuns() {
  const t = useTexts();
  const texts = t.dashboard;
  const number = new Intl.NumberFormat(useLocale());
  const [page, setPage] = useState(1);
  const query = useRecordList("agent_logs", { perPage: 5, page });
  const columns: Column<AgentLog>[] = [
    { header: texts.agent, cell: (log) => <span className="font-medium break-words">{log.agent_name}</span> },
    {
      header: texts.action,
      cell: (log) => (
        <span className="break-words">
          {log.action}
          {log.error_message !== "" && <span className="block text-sm text-danger">{log.error_message}</span>}
        </span>
      ),
    },
    { header: t.common.status, cell: (log) => <Badge tone={tones[log.status]}>{texts.runStatus[log.status]}</Badge> },
    { header: texts.tokens, wideOnly: true, cell: (log) => number.format(log.tokens_used) },
    { header: t.common.created, wideOnly: true, cell: (log) => <DateTime value={log.created} /> },
  ];
  return (
    <section className="space-y-3">
      <h2 className="text-lg font-semibold">{texts.agentRuns}</h2>
      <ListView query={query} emptyText={texts.noRuns} onPage={setPage}>
        {(logs) => <Table caption={texts.agentRuns} columns={columns} rows={logs} />}
      </ListView>
    </section>
  );
}
