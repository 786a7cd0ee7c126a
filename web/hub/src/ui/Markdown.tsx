import { lazy, Suspense } from "react";
import { Loading } from "@/ui/Loading";

const Rendered = lazy(() => import("@/ui/MarkdownRendered"));

/** Markdown as HTML that can do no harm. Its parser is loaded when the first one is shown. */
export function Markdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<Loading />}>
      <Rendered text={text} />
    </Suspense>
  );
}
