import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SearchBox } from "@/ui/SearchBox";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const type = (text: string) => fireEvent.change(screen.getByRole("searchbox"), { target: { value: text } });
const pause = () => act(() => vi.runAllTimers());

describe("search box", () => {
  it("keeps the letters that are typed while a search is on its way", () => {
    const onSearch = vi.fn();
    const { rerender } = render(<SearchBox label="Search" value="" onSearch={onSearch} />);
    type("s");
    pause();
    expect(onSearch).toHaveBeenLastCalledWith("s");

    type("sh");
    rerender(<SearchBox label="Search" value="s" onSearch={onSearch} />);
    expect(screen.getByRole("searchbox")).toHaveValue("sh");
    pause();

    expect(onSearch).toHaveBeenLastCalledWith("sh");
  });

  it("follows the address when that changes by other means", () => {
    const onSearch = vi.fn();
    const { rerender } = render(<SearchBox label="Search" value="shoe" onSearch={onSearch} />);

    rerender(<SearchBox label="Search" value="" onSearch={onSearch} />);
    pause();

    expect(screen.getByRole("searchbox")).toHaveValue("");
    expect(onSearch).not.toHaveBeenCalled();
  });
});
