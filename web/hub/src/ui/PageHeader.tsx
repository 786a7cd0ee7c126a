import type { ReactNode } from "react";

interface PageHeaderProps {
  title: string;
  /** Buttons, the main one last. */
  actions?: ReactNode;
}

/** The first line of a page. */
export function PageHeader({ title, actions }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <title>{`${title} · TMCP`}</title>
      <h1 className="text-2xl font-semibold">{title}</h1>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
