import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactElement, useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { en } from "@/i18n/en";
import { TextsProvider } from "@/i18n/TextsProvider";
import { expectAccessible } from "@/test/expectAccessible";
import { Chips } from "@/ui/Chips";
import { Combobox } from "@/ui/Combobox";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Dialog } from "@/ui/Dialog";
import { Input } from "@/ui/Input";
import { toSafeHtml } from "@/ui/MarkdownRendered";
import type { Option } from "@/ui/Select";
import { Table } from "@/ui/Table";
import { Toaster } from "@/ui/Toaster";
import { showToast } from "@/ui/toasts";

function show(element: ReactElement) {
  return render(
    <TextsProvider language="en" texts={en}>
      {element}
    </TextsProvider>,
  );
}

afterEach(() => vi.useRealTimers());

describe("combobox", () => {
  const fruits: Option[] = ["Apple", "Banana", "Cherry"].map((label) => ({ value: label, label }));

  function Sample({ multiple = false, onChange }: { multiple?: boolean; onChange: (values: string[]) => void }) {
    const [selected, setSelected] = useState<Option[]>([]);
    const [search, setSearch] = useState("");
    return (
      <Combobox
        label="Fruit"
        multiple={multiple}
        selected={selected}
        options={fruits.filter(({ label }) => label.toLowerCase().includes(search.toLowerCase()))}
        search={search}
        onSearch={setSearch}
        onChange={(options) => {
          setSelected(options);
          onChange(options.map(({ value }) => value));
        }}
      />
    );
  }

  it("is used by keyboard alone", async () => {
    const onChange = vi.fn();
    const { container } = show(<Sample onChange={onChange} />);
    const user = userEvent.setup();
    const box = screen.getByRole("combobox", { name: "Fruit" });

    await user.tab();
    expect(box).toHaveFocus();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(box).toHaveAttribute("aria-activedescendant", screen.getByRole("option", { name: "Banana" }).id);
    await expectAccessible(container);
    await user.keyboard("{Enter}");

    expect(onChange).toHaveBeenLastCalledWith(["Banana"]);
    expect(box).toHaveValue("Banana");
    expect(box).toHaveAttribute("aria-expanded", "false");
  });

  it("finds by typing and says when there is nothing", async () => {
    show(<Sample onChange={() => undefined} />);
    const user = userEvent.setup();

    await user.type(screen.getByRole("combobox"), "ch");
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["Cherry"]);
    await user.type(screen.getByRole("combobox"), "xyz");
    expect(screen.getByText("Nothing was found.")).toBeInTheDocument();
  });

  it("takes several, and gives them back one by one", async () => {
    const onChange = vi.fn();
    show(<Sample multiple onChange={onChange} />);
    const user = userEvent.setup();

    await user.click(screen.getByRole("combobox"));
    await user.click(screen.getByRole("option", { name: "Apple" }));
    await user.click(screen.getByRole("option", { name: "Cherry" }));
    expect(onChange).toHaveBeenLastCalledWith(["Apple", "Cherry"]);
    await user.click(screen.getByRole("button", { name: "Remove Apple" }));

    expect(onChange).toHaveBeenLastCalledWith(["Cherry"]);
    await user.type(screen.getByRole("combobox"), "{Backspace}");
    expect(onChange).toHaveBeenLastCalledWith([]);
  });

  it("closes its list with Escape, and not the dialog around it", async () => {
    const onClose = vi.fn();
    show(
      <Dialog title="Form" onClose={onClose}>
        <Sample onChange={() => undefined} />
      </Dialog>,
    );
    const user = userEvent.setup();

    await user.click(screen.getByRole("combobox"));
    await user.keyboard("{Escape}");
    expect(screen.getByRole("combobox")).toHaveAttribute("aria-expanded", "false");
    expect(onClose).not.toHaveBeenCalled();
    await user.keyboard("{Escape}");

    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe("dialog", () => {
  it("keeps the focus inside and closes with the X", async () => {
    const onClose = vi.fn();
    show(
      <>
        <button type="button">Behind</button>
        <Dialog title="Form" description="What it is for" onClose={onClose} footer={<button type="button">Last</button>}>
          <Input label="Name" value="" onChange={() => undefined} />
        </Dialog>
      </>,
    );
    const user = userEvent.setup();
    const dialog = screen.getByRole("dialog", { name: "Form" });

    for (let step = 0; step < 6; step++) {
      await user.tab();
      expect(dialog).toContainElement(document.activeElement as HTMLElement);
    }

    expect(screen.queryByRole("button", { name: "Behind" })).not.toBeInTheDocument();
    await user.click(within(dialog).getByRole("button", { name: "Close" }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it("that asks has the focus on the harmless button", async () => {
    const onConfirm = vi.fn();
    const onClose = vi.fn();
    show(<ConfirmDialog message="Gone for good." onConfirm={onConfirm} onClose={onClose} />);
    const user = userEvent.setup();

    expect(screen.getByRole("alertdialog", { name: "Confirm Action" })).toHaveAccessibleDescription("Gone for good.");
    expect(screen.getByRole("button", { name: "Cancel" })).toHaveFocus();
    await user.keyboard("{Enter}");

    expect(onClose).toHaveBeenCalledTimes(1);
    expect(onConfirm).not.toHaveBeenCalled();
  });
});

describe("toast", () => {
  it("stays for 3.5 s, and for 8 s with an action", () => {
    vi.useFakeTimers();
    show(<Toaster />);
    const onClick = vi.fn();
    act(() => {
      showToast("Saved");
      showToast("Done", "info", { label: "Reload", onClick });
    });

    act(() => void vi.advanceTimersByTime(3499));
    expect(screen.getByText("Saved")).toBeInTheDocument();
    act(() => void vi.advanceTimersByTime(2));
    expect(screen.queryByText("Saved")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Reload" })).toBeInTheDocument();
    act(() => void vi.advanceTimersByTime(4500));

    expect(screen.queryByText("Done")).not.toBeInTheDocument();
  });
});

describe("chips", () => {
  it("take Enter, commas and pasted lists, each text once", async () => {
    const onChange = vi.fn();
    function Sample() {
      const [value, setValue] = useState<string[]>(["old"]);
      onChange(value);
      return <Chips label="Tags" value={value} onChange={setValue} />;
    }
    const { container } = show(<Sample />);
    const user = userEvent.setup();

    await user.type(screen.getByLabelText("Tags", { selector: "input" }), "one{Enter}old{Enter}");
    await user.click(screen.getByLabelText("Tags", { selector: "input" }));
    await user.paste("two, three,two,");
    expect(onChange).toHaveBeenLastCalledWith(["old", "one", "two", "three"]);
    await user.click(screen.getByRole("button", { name: "Remove one" }));

    expect(onChange).toHaveBeenLastCalledWith(["old", "two", "three"]);
    await expectAccessible(container);
  });
});

describe("table", () => {
  it("says by what it is sorted, and turns the order", async () => {
    const onSort = vi.fn();
    show(<Table caption="Things" columns={[{ header: "Name", sortField: "name", cell: () => "x" }]} rows={[{ id: "1" }]} sort="name" onSort={onSort} />);

    expect(screen.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
    await userEvent.setup().click(screen.getByRole("button", { name: "Name" }));

    expect(onSort).toHaveBeenCalledWith("-name");
  });
});

describe("markdown", () => {
  it.each([
    ["<script>alert(1)</script>", "script"],
    ["<img src=x onerror=alert(1)>", "onerror"],
    ["[x](javascript:alert(1))", "javascript:"],
    ["<iframe src=https://evil.example></iframe>", "iframe"],
    ['<form action="https://evil.example"><input></form>', "form"],
    ['<p style="position:fixed" class="fixed" id="root">x</p>', "fixed"],
    ['<a href="https://x" onclick="a()">x</a>', "onclick"],
    ["<svg><use href='data:image/svg+xml;base64,x'/></svg>", "data:"],
  ])("leaves out what could do harm: %s", (text, harm) => {
    expect(toSafeHtml(text)).not.toContain(harm);
  });

  it("keeps headings, lists, tables and links", () => {
    const html = toSafeHtml("# Title\n\n- a\n\n| x |\n|---|\n| y |\n\n[link](https://example.com)");

    for (const part of ["<h1>Title</h1>", "<li>a</li>", "<td>y</td>", 'href="https://example.com"']) {
      expect(html).toContain(part);
    }
  });
});
