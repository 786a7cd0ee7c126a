import type { ReactNode } from "react";

/** Nothing is there, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-line px-4 py-12 text-center">
      <p className="font-medium">{title}</p>
      {children}
    </div>
  );
}
