import { CircleAlert, CircleCheck, Sparkles } from "lucide-react";
import { useGeneration } from "@/agent/useGeneration";
import { useTexts } from "@/i18n/useTexts";
import { Button } from "@/ui/Button";
import { Spinner } from "@/ui/Spinner";

interface AiButtonProps {
  generationKey: string;
  onClick: () => void;
  /** While there is no run. Default: Generate via AI. */
  label?: string;
  /** Only shown when there is a run to come back to. */
  onlyRun?: boolean;
}

/** Opens an AI dialog, and says so when a run of it goes on or has left something to look at. */
export function AiButton({ generationKey, onClick, label, onlyRun = false }: AiButtonProps) {
  const t = useTexts();
  const state = useGeneration(generationKey)?.state;
  switch (state) {
    case undefined:
    case "cancelled":
      return onlyRun ? null : (
        <Button onClick={onClick}>
          <Sparkles aria-hidden="true" className="size-5" />
          {label ?? t.agent.generateViaAi}
        </Button>
      );
    case "running":
    case "reconnecting":
      return (
        <Button onClick={onClick}>
          <Spinner />
          {t.agent.showRun}
        </Button>
      );
    case "done":
      return (
        <Button onClick={onClick} className="border-success! text-success!">
          <CircleCheck aria-hidden="true" className="size-5" />
          {t.agent.showResult}
        </Button>
      );
    case "failed":
      return (
        <Button onClick={onClick} className="border-danger! text-danger!">
          <CircleAlert aria-hidden="true" className="size-5" />
          {t.agent.showFailure}
        </Button>
      );
  }
}
