interface ProgressProps {
  /** What goes on. */
  label: string;
  /** From 0 to 1. */
  share: number;
}

/** A bar with its percentage. */
export function Progress({ label, share }: ProgressProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className="min-w-0 space-y-1">
      <p className="flex justify-between gap-2 text-sm">
        <span className="min-w-0 truncate">{label}</span>
        <span className="shrink-0 text-muted">{percent} %</span>
      </p>
      <div role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="h-2 overflow-hidden rounded-full bg-raised">
        <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${String(percent)}%` }} />
      </div>
    </div>
  );
}
