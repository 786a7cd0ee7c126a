import type { ButtonHTMLAttributes, Ref } from "react";
import { classes } from "@/ui/classes";
import { Spinner } from "@/ui/Spinner";

type Look = "primary" | "secondary" | "danger" | "ghost";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Default: secondary. */
  look?: Look;
  size?: "small" | "normal";
  /** Shows that it is at work and takes no second click. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

const looks: Record<Look, string> = {
  primary: "border border-transparent bg-accent text-on-accent hover:bg-accent-hover",
  secondary: "border border-line bg-surface text-ink hover:bg-raised",
  danger: "border border-transparent bg-danger text-surface hover:opacity-90",
  ghost: "border border-transparent text-ink hover:bg-raised",
};

export function Button({ look = "secondary", size = "normal", busy = false, className, disabled, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(
        "inline-flex items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap disabled:cursor-not-allowed disabled:opacity-60",
        size === "small" ? "px-2 py-1 text-sm" : "px-3 py-2",
        looks[look],
        className,
      )}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
