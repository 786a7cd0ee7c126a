import { Component, type ReactNode } from "react";
import { isMissingScript } from "@/app/script";
import { TextsContext } from "@/i18n/TextsContext";
import { Button } from "@/ui/Button";

interface ErrorBoundaryProps {
  /** Another value, such as another path, tries again. */
  resetKey: string;
  children: ReactNode;
}

interface ErrorBoundaryState {
  error: unknown;
  resetKey: string;
}

/** Keeps the menu usable when a page fails, be it by a defect or because its script could not be loaded. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  static override contextType = TextsContext;
  declare context: React.ContextType<typeof TextsContext>;
  override state: ErrorBoundaryState = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error ?? new Error("unknown") };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    const t = this.context?.texts.app;
    if (this.state.error === null || !t) {
      return this.props.children;
    }

    return (
      <div role="alert" className="flex flex-col items-center gap-3 rounded-lg border border-danger bg-danger-soft px-4 py-12 text-center text-danger">
        <p className="font-medium">{isMissingScript(this.state.error) ? t.newVersion : t.crashed}</p>
        {!isMissingScript(this.state.error) && <p>{t.crashedHint}</p>}
        <Button onClick={() => window.location.reload()}>{t.reload}</Button>
      </div>
    );
  }
}
