import { Suspense } from "react";
import { lazyScript } from "@/app/script";
import { Loading } from "@/ui/Loading";

const Rendered = lazyScript(() => import("@/ui/MarkdownRendered"));

/** Markdown as HTML that can do no harm. Its parser is loaded when the first one is shown. */
export function Markdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<Loading />}>
      <Rendered text={text} />
    </Suspense>
  );
}
