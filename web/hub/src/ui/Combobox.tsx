import { Check, X } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTexts } from "@/i18n/useTexts";
import { classes, control } from "@/ui/classes";
import { Field, type FieldProps } from "@/ui/Field";
import type { Option } from "@/ui/Select";

interface ComboboxProps extends FieldProps {
  /** What is chosen, with its labels: the options at hand may not hold it. */
  selected: readonly Option[];
  onChange: (selected: Option[]) => void;
  /** Those that fit the search. */
  options: readonly Option[];
  /** What is typed; the caller finds the options for it. */
  search: string;
  onSearch: (text: string) => void;
  loading?: boolean;
  /** Any number may be chosen. Default: one. */
  multiple?: boolean;
  disabled?: boolean;
}

/** A search box with a list to choose from: the combobox pattern of WAI-ARIA (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). */
export function Combobox({ selected, onChange, options, search, onSearch, loading = false, multiple = false, disabled = false, ...field }: ComboboxProps) {
  const t = useTexts();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const isChosen = (option: Option) => selected.some(({ value }) => value === option.value);
  const single = multiple ? undefined : selected[0];

  const close = () => {
    setOpen(false);
    onSearch("");
  };
  const choose = (option: Option) => {
    if (multiple) {
      onChange(isChosen(option) ? selected.filter(({ value }) => value !== option.value) : [...selected, option]);
    } else {
      onChange([option]);
      close();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = options.length - 1;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        event.preventDefault();
        setActive(!open ? 0 : event.key === "ArrowDown" ? Math.min(last, active + 1) : Math.max(0, active - 1));
        setOpen(true);
        break;
      case "Enter": {
        const option = options[active];
        if (open) {
          event.preventDefault();
          if (option) {
            choose(option);
          }
        }

        break;
      }
      case "Escape":
        if (open) {
          // Only the list closes, not the dialog around it.
          event.stopPropagation();
          event.preventDefault();
          event.nativeEvent.stopImmediatePropagation();
          close();
        }

        break;
      case "Backspace":
        if (search === "" && selected.length > 0) {
          onChange(selected.slice(0, -1));
        }

        break;
      default:
    }
  };

  return (
    <Field {...field}>
      {(attributes) => (
        <div
          className="relative"
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) {
              close();
            }
          }}
        >
          {multiple && selected.length > 0 && (
            <ul className="mb-1 flex flex-wrap gap-1" aria-label={field.label}>
              {selected.map((option) => (
                <li key={option.value} className="flex max-w-full items-center gap-1 rounded bg-accent-soft px-2 py-0.5 text-sm">
                  <span className="truncate">{option.label}</span>
                  <button
                    type="button"
                    className="rounded p-0.5 hover:bg-raised"
                    aria-label={t.common.remove(option.label)}
                    disabled={disabled}
                    onClick={() => {
                      onChange(selected.filter(({ value }) => value !== option.value));
                      input.current?.focus();
                    }}
                  >
                    <X aria-hidden="true" className="size-3.5" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <input
            {...attributes}
            ref={input}
            role="combobox"
            autoComplete="off"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && options[active] ? `${listId}-${active}` : undefined}
            className={classes(control, single && "pr-9")}
            disabled={disabled}
            placeholder={single?.label ?? t.common.choose}
            value={open ? search : (single?.label ?? "")}
            onChange={(event) => {
              onSearch(event.target.value);
              setActive(0);
              setOpen(true);
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
          />
          {single && !field.required && !disabled && (
            <button type="button" className="absolute top-1.5 right-1.5 rounded p-1 hover:bg-raised" aria-label={t.common.remove(single.label)} onClick={() => onChange([])}>
              <X aria-hidden="true" className="size-4" />
            </button>
          )}
          <ul
            id={listId}
            role="listbox"
            aria-label={field.label}
            aria-multiselectable={multiple}
            hidden={!open}
            className="absolute z-20 mt-1 max-h-60 w-full overflow-y-auto rounded-md border border-line bg-surface py-1 shadow-lg"
          >
            {options.map((option, index) => (
              // The keyboard reaches options through the input, as the pattern says.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <li
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={isChosen(option)}
                className={classes("flex cursor-pointer items-center gap-2 px-3 py-2", index === active && "bg-raised")}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setActive(index)}
                onClick={() => choose(option)}
              >
                <Check aria-hidden="true" className={classes("size-4 shrink-0", !isChosen(option) && "invisible")} />
                <span className="truncate">{option.label}</span>
              </li>
            ))}
            {options.length === 0 && (
              <li role="option" aria-selected="false" aria-disabled="true" className="px-3 py-2 text-muted">
                {loading ? t.common.loading : t.common.nothingFound}
              </li>
            )}
          </ul>
        </div>
      )}
    </Field>
  );
}
