import { describe, expect, it } from "vitest";
import { en } from "@/i18n/en";
import { vi } from "@/i18n/vi";

type Tree = { [name: string]: unknown };

function leaves(tree: Tree, path = ""): [string, unknown][] {
  return Object.entries(tree).flatMap(([name, value]): [string, unknown][] => (typeof value === "object" && value !== null ? leaves(value as Tree, `${path}${name}.`) : [[`${path}${name}`, value]]));
}

// Words that are the same in both languages: names of platforms, formats, and what Vietnamese has taken over.
const shared = /^(login\.email|.*\.(facebook|instagram|linkedin|twitter|tiktok|youtube|blog|email|video|hashtags|seo\w*|pdf)$)/i;

describe("texts", () => {
  it("are the same keys in both languages", () => {
    expect(leaves(vi).map(([path]) => path).sort()).toEqual(leaves(en).map(([path]) => path).sort());
  });

  it("are nowhere empty", () => {
    const empty = [...leaves(en), ...leaves(vi)].filter(([, value]) => value === "");

    expect(empty).toEqual([]);
  });

  it("take the same number of values", () => {
    const functions = (tree: Tree) => leaves(tree).flatMap(([path, value]) => (typeof value === "function" ? [path] : []));

    expect(functions(vi).sort()).toEqual(functions(en).sort());
  });

  it("are translated", () => {
    const vietnamese = new Map(leaves(vi));
    const same = leaves(en).filter(([path, value]) => typeof value === "string" && value.length > 12 && vietnamese.get(path) === value && !shared.test(path));

    expect(same.map(([path]) => path)).toEqual([]);
  });

  it("stand in the order of the alphabet, so that two authors rarely meet", () => {
    expect(Object.keys(en)).toEqual(Object.keys(en).toSorted());
    expect(Object.keys(vi)).toEqual(Object.keys(en));
  });
});
