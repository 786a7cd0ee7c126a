import { describe, expect, it } from "vitest";
import { changes, withoutEmpty } from "@/data/changes";

describe("changes", () => {
  it("are what differs, deep down too", () => {
    expect(changes({ a: 1, b: { c: [1] }, d: "x" }, { a: 1, b: { c: [1, 2] }, d: "x" })).toEqual({ b: { c: [1, 2] } });
  });

  it("hold what is new", () => {
    expect(changes({}, { a: "" })).toEqual({ a: "" });
  });
});

it("Empty texts and lists can be left out, zero and false stay", () => {
  expect(withoutEmpty({ a: "", b: [], c: undefined, d: 0, e: false, f: "x" })).toEqual({ d: 0, e: false, f: "x" });
});
