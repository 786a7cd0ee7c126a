import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { classes, control } from "@/ui/classes";

interface SearchBoxProps {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}

// 300 ms: between two letters of a slow typist, so that a word is one request.
const pause = 300;

/** Searches when the typing pauses. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed: by this box, where letters may have come since, or by other means, such as "back".
  if (known !== value) {
    setKnown(value);
    if (text === known) {
      setText(value);
    }
  }

  useEffect(() => {
    if (text === value) {
      return undefined;
    }

    const timer = setTimeout(() => onSearch(text), pause);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);

  return (
    <div role="search" className="relative min-w-0 grow sm:max-w-xs">
      <Search aria-hidden="true" className="pointer-events-none absolute top-3 left-3 size-4 text-muted" />
      <input type="search" aria-label={label} placeholder={label} className={classes(control, "pl-9")} value={text} onChange={(event) => setText(event.target.value)} />
    </div>
  );
}
