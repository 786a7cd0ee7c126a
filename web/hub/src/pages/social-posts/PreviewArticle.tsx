import type { ReactNode } from "react";
import { Markdown } from "@/ui/Markdown";

interface PreviewArticleProps {
  title: string;
  copy: string;
  media: ReactNode;
}

/** A blog article or an e-mail. */
export function PreviewArticle({ title, copy, media }: PreviewArticleProps) {
  return (
    <article className="space-y-3 rounded-lg border border-line bg-ground p-4">
      {media}
      {title !== "" && <h3 className="text-xl font-semibold break-words">{title}</h3>}
      <Markdown text={copy} />
    </article>
  );
}
