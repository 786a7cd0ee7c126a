import { ClientResponseError } from "pocketbase";
import { describe, expect, it } from "vitest";
import { Failure, toFailure } from "@/data/errors";
import { all, contains, equals, oneOf, search } from "@/data/filter";
import { toObject, toText, toTexts } from "@/data/json";

describe("filters", () => {
  it("quotes what a user typed", () => {
    expect(equals("name", 'say "hi"')).toBe('name = "say \\"hi\\""');
    expect(contains("name", "50%")).toBe('name ~ "50\\%"');
    expect(equals("name", "back\\")).toBe('name = "back"');
  });

  it("asks for every word of a search in one of the fields", () => {
    expect(search(["a", "b"], "  red  shoe ")).toBe('(a ~ "red" || b ~ "red") && (a ~ "shoe" || b ~ "shoe")');
    expect(search(["a"], "   ")).toBe("");
  });

  it("stays below PocketBase's 3500 characters", () => {
    expect(search(["one_field", "another_field", "a_third_field"], 'x"'.repeat(5000)).length).toBeLessThan(3000);
    expect(search(["one_field", "another_field", "a_third_field"], "word ".repeat(5000)).length).toBeLessThan(3000);
  });

  it("joins conditions and leaves out the empty ones", () => {
    expect(all("", null, undefined, false, "a = 1", "b = 2")).toBe("a = 1 && b = 2");
    expect(oneOf("id", ["a", "b"])).toBe('(id = "a" || id = "b")');
    expect(oneOf("id", [])).toBe("id = null && id != null");
  });
});

describe("failures", () => {
  const refused = (status: number, response: object) => new ClientResponseError({ status, response });

  it.each([
    [0, "offline"],
    [400, "invalid"],
    [401, "signedOut"],
    [403, "denied"],
    [404, "missing"],
    [413, "invalid"],
    [429, "busy"],
    [500, "server"],
    [503, "server"],
  ])("takes status %i for '%s'", (status, kind) => {
    expect(toFailure(refused(status, {})).kind).toBe(kind);
  });

  it("keeps the server's text and its remarks on fields", () => {
    const failure = toFailure(refused(400, { message: "Failed to create record.", data: { name: { code: "x", message: "Cannot be blank." }, other: "?" } }));

    expect(failure.message).toBe("Failed to create record.");
    expect(failure.fields).toEqual({ name: "Cannot be blank." });
  });

  it("knows a lost connection, and leaves failures as they are", () => {
    expect(toFailure(new TypeError("Failed to fetch")).kind).toBe("offline");
    const failure = new Failure("busy", "Wait.");
    expect(toFailure(failure)).toBe(failure);
    expect(toFailure("odd")).toMatchObject({ kind: "server", message: "odd" });
  });
});

describe("JSON fields", () => {
  it("finds the texts in arrays, objects and plain text", () => {
    expect(toTexts(["a", " b ", "", 5, null])).toEqual(["a", "b"]);
    expect(toTexts({ primaryGoal: "grow", others: ["save"] })).toEqual(["grow", "save"]);
    expect(toTexts("one")).toEqual(["one"]);
    expect(toTexts(null)).toEqual([]);
    expect(toText(["a", "b"])).toBe("a, b");
    expect(toText(42)).toBe("42");
  });

  it("takes anything but an object for an empty one", () => {
    expect(toObject([1])).toEqual({});
    expect(toObject("x")).toEqual({});
    expect(toObject({ a: 1 })).toEqual({ a: 1 });
  });
});
