import { act, renderHook } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import { useListParams } from "@/data/useListParams";

const open = (path: string) => renderHook(() => useListParams(), { wrapper: ({ children }) => <MemoryRouter initialEntries={[path]}>{children}</MemoryRouter> }).result;

describe("search, sort and page", () => {
  it("are kept when they change at the same moment", () => {
    const list = open("/?page=3");

    act(() => {
      list.current.setSearch("shoe");
      list.current.setSort("name");
    });

    expect(list.current).toMatchObject({ search: "shoe", sort: "name", page: 1 });
  });

  it("go back to their defaults", () => {
    const list = open("/?search=shoe&sort=name&page=2");

    act(() => list.current.setSort("-created"));
    act(() => list.current.setSearch(""));

    expect(list.current).toMatchObject({ search: "", sort: "-created", page: 1 });
  });
});
