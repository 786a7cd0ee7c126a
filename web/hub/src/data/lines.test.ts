import { describe, expect, it } from "vitest";
import { fromLines, toLines } from "@/data/lines";

describe("lines", () => {
  it("keep sentences with commas whole through a round trip", () => {
    const texts = ["Save time, and money", "Sundays off"];

    expect(fromLines(toLines(texts))).toEqual(texts);
  });

  it("lose blank lines, bullets and repetitions", () => {
    expect(fromLines("- one\n\n  * two \n• three\none")).toEqual(["one", "two", "three"]);
  });

  it("hold one entry each, even one with a line break in it", () => {
    expect(toLines(["a\n b", " ", "c"])).toBe("a b\nc");
  });
});
