interface TextListProps {
  title: (count: number) => string;
  texts: readonly string[];
}

/** How many there are, and on demand which. */
export function TextList({ title, texts }: TextListProps) {
  return texts.length === 0 ? (
    <p className="text-sm text-muted">{title(0)}</p>
  ) : (
    <details>
      <summary className="cursor-pointer rounded text-sm font-medium">{title(texts.length)}</summary>
      <ul className="mt-1 list-disc space-y-1 pl-5 text-sm break-words">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
