import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes, Ref } from "react";
import { classes } from "@/ui/classes";

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "title" | "children"> {
  icon: LucideIcon;
  /** What it does: its name for screen readers, and its tooltip. */
  title: string;
  danger?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that is only an icon. */
export function IconButton({ icon: Icon, title, danger = false, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={title}
      aria-label={title}
      className={classes(
        "inline-flex size-9 shrink-0 items-center justify-center rounded-md hover:bg-raised disabled:cursor-not-allowed disabled:opacity-60",
        danger ? "text-danger" : "text-ink",
        className,
      )}
      {...rest}
    >
      <Icon aria-hidden="true" className="size-5" />
    </button>
  );
}
