import { type ReactNode, useState } from "react";
import { ActivityLog } from "@/agent/ActivityLog";
import type { Generation } from "@/agent/generation";
import { type GenerationRequest, generations } from "@/agent/generations";
import { readable } from "@/agent/readable";
import { useDraft, useGeneration } from "@/agent/useGeneration";
import { toFailure } from "@/data/errors";
import type { Texts } from "@/i18n/texts";
import { useTexts } from "@/i18n/useTexts";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { failureText } from "@/ui/failureText";
import { Spinner } from "@/ui/Spinner";

interface AiDialogProps<Result> {
  title: string;
  /** Which run this dialog shows, such as `worksheet:new`. The run goes on when the dialog is closed. */
  generationKey: string;
  /** What the user chooses before it starts. */
  form: ReactNode;
  /** False while something is missing in the form. */
  canStart: boolean;
  request: () => GenerationRequest;
  /** Reads the payload of `done`, or the text that was streamed; null when it cannot be used. */
  parse: (payload: Record<string, unknown>, text: string) => Result | null;
  /** Shows the result and lets the user change it. */
  edit: (result: Result, change: (result: Result) => void) => ReactNode;
  /** The user took the result. What it throws is shown, and the result stays. */
  onAccept: (result: Result) => void | Promise<void>;
  /** Default: Use this. */
  acceptLabel?: string;
  /** Default: Generate. */
  startLabel?: string;
  /** Said when it is done. Default: asks to check the result. */
  doneText?: string;
  onClose: () => void;
}

/** Asks the agent for something: choose, watch, correct, use. */
export function AiDialog<Result>({ title, generationKey, form, canStart, request, parse, edit, onAccept, acceptLabel, startLabel, doneText, onClose }: AiDialogProps<Result>) {
  const t = useTexts();
  const generation = useGeneration(generationKey);
  const draft = useDraft(generationKey) as Result | undefined;
  const [accepting, setAccepting] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const result = generation?.state === "done" ? (draft ?? parse(generation.result ?? {}, generation.text)) : null;
  const isRunning = generation?.state === "running" || generation?.state === "reconnecting";

  const accept = async (value: Result) => {
    setAccepting({ busy: true, error: null });
    try {
      await onAccept(value);
      generations.dismiss(generationKey);
      onClose();
    } catch (error) {
      setAccepting({ busy: false, error });
    }
  };

  const footer = !generation ? (
    <>
      <Button onClick={onClose}>{t.common.cancel}</Button>
      <Button look="primary" disabled={!canStart} onClick={() => void generations.start(generationKey, request())}>
        {startLabel ?? t.agent.generate}
      </Button>
    </>
  ) : isRunning ? (
    <>
      <Button look="danger" onClick={() => void generations.cancel(generationKey)}>
        {t.agent.stop}
      </Button>
      <Button onClick={onClose}>{t.agent.continueInBackground}</Button>
    </>
  ) : (
    <>
      <Button onClick={() => generations.dismiss(generationKey)}>{t.agent.again}</Button>
      {result === null ? (
        <Button look="primary" onClick={() => void generations.start(generationKey, generations.requestOf(generationKey) ?? request())} disabled={!canStart && !generations.requestOf(generationKey)}>
          {t.agent.retry}
        </Button>
      ) : (
        <Button look="primary" busy={accepting.busy} onClick={() => void accept(result)}>
          {acceptLabel ?? t.agent.accept}
        </Button>
      )}
    </>
  );

  return (
    <Dialog title={title} onClose={onClose} wide footer={footer}>
      <div className="space-y-4">
        {!generation && form}
        {generation && <Progress generation={generation} t={t} unreadable={generation.state === "done" && result === null} doneText={doneText} />}
        {result !== null && edit(result, (value) => generations.setDraft(generationKey, value))}
        {accepting.error !== null && (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
            {failureText(toFailure(accepting.error), t)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Progress({ generation, t, unreadable, doneText }: { generation: Generation; t: Texts; unreadable: boolean; doneText: string | undefined }) {
  const isRunning = generation.state === "running" || generation.state === "reconnecting";
  return (
    <>
      <p role="status" className="flex items-center gap-2">
        {isRunning && <Spinner />}
        {unreadable ? t.agent.failed(t.agent.unreadable) : generation.state === "done" && doneText !== undefined ? doneText : summary(generation, t)}
      </p>
      {isRunning && generation.jobId !== "" && <p className="text-sm text-muted">{generation.durable ? t.agent.jobOnServer : t.agent.jobInMemory}</p>}
      {generation.log.length > 0 && <ActivityLog entries={generation.log} />}
      {generation.text !== "" && generation.state !== "done" && (
        <section aria-label={t.agent.writing} className="max-h-64 overflow-y-auto rounded-md border border-line p-3 text-sm break-words whitespace-pre-wrap">
          {readable(generation.text)}
        </section>
      )}
    </>
  );
}

function summary({ state, error }: Generation, t: Texts): string {
  switch (state) {
    case "running":
      return t.agent.running;
    case "reconnecting":
      return t.agent.reconnecting;
    case "done":
      return t.agent.done;
    case "cancelled":
      return t.agent.cancelled;
    case "failed":
      return failedText(error, t);
  }
}

function failedText(error: Generation["error"], t: Texts): string {
  switch (error?.step) {
    case "interrupted":
      return t.agent.failed(t.agent.interrupted);
    case "offline":
    case "busy":
    case "denied":
    case "signedOut":
      return t.agent.failed(t.failures[error.step]);
    case undefined:
    case "":
    case "server":
    case "invalid":
    case "missing":
      return t.agent.failed(error?.message ?? "");
    default:
      return t.agent.failedAt(error?.step ?? "", error?.message ?? "");
  }
}
