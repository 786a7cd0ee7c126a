import { describe, expect, it } from "vitest";
import { Copies } from "./copies.ts";

const make = (most = 10) => {
  const clock = { now: 0 };
  return { clock, copies: new Copies<string>({ freshFor: 2_000, restAfterFailure: 1_000, most, now: () => clock.now }) };
};

const fails = () => Promise.reject(new Error("away"));

describe("Copies", () => {
  it("asks again only when a copy is old", async () => {
    const { clock, copies } = make();
    await copies.get("a", async () => "one");
    clock.now = 1_999;
    expect(await copies.get("a", async () => "two")).toEqual({ value: "one", isStale: false });
    clock.now = 2_000;
    expect(await copies.get("a", async () => "two")).toEqual({ value: "two", isStale: false });
  });

  it("serves an old copy when the source fails, and leaves the source alone for a while", async () => {
    const { clock, copies } = make();
    await copies.get("a", async () => "one");
    clock.now = 5_000;
    expect(await copies.get("a", fails)).toEqual({ value: "one", isStale: true });
    clock.now = 5_999;
    expect(await copies.get("a", async () => "two")).toEqual({ value: "one", isStale: true });
    clock.now = 6_000;
    expect(await copies.get("a", async () => "two")).toEqual({ value: "two", isStale: false });
  });

  it("passes a failure on when there is no copy", async () => {
    await expect(make().copies.get("a", fails)).rejects.toThrow("away");
  });

  it("asks once for all who wait, and anew after a failure", async () => {
    const { copies } = make();
    let asked = 0;
    const load = async () => `${++asked}`;
    const both = await Promise.all([copies.get("a", load), copies.get("a", load)]);
    expect(both.map((copy) => copy.value)).toEqual(["1", "1"]);
    await Promise.allSettled([copies.get("b", fails)]);
    expect((await copies.get("b", load)).value).toBe("2");
  });

  it("keeps as many as it may, and drops the one longest unused", async () => {
    const { copies } = make(2);
    for (const key of ["a", "b", "a", "c"]) {
      await copies.get(key, async () => `first ${key}`);
    }

    expect((await copies.get("a", async () => "again")).value).toBe("first a");
    expect((await copies.get("b", async () => "again")).value).toBe("again");
  });
});
