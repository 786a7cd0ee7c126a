import type { ReactNode } from "react";
import { classes } from "@/ui/classes";

interface CardProps {
  title?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}

export function Card({ title, actions, className, children }: CardProps) {
  return (
    <article className={classes("flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface p-4", className)}>
      {(title !== undefined || actions !== undefined) && (
        <div className="flex items-start justify-between gap-2">
          <h2 className="min-w-0 font-semibold break-words">{title}</h2>
          {actions !== undefined && <div className="flex shrink-0 gap-1">{actions}</div>}
        </div>
      )}
      {children}
    </article>
  );
}
