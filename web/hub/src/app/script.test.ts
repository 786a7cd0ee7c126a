import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadScript } from "@/app/script";

const missing = new TypeError("Failed to fetch dynamically imported module: /hub/assets/x.js");

describe("a script that is loaded when it is needed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is asked for again when it did not arrive", async () => {
    const load = vi.fn().mockRejectedValueOnce(missing).mockRejectedValueOnce(missing).mockResolvedValue("script");
    const loaded = loadScript(load);
    await vi.runAllTimersAsync();

    await expect(loaded).resolves.toBe("script");
    expect(load).toHaveBeenCalledTimes(3);
  });

  it("is given up when it does not arrive at all", async () => {
    const load = vi.fn().mockRejectedValue(missing);
    const failure = expect(loadScript(load)).rejects.toBe(missing);
    await vi.runAllTimersAsync();

    await failure;
    expect(load).toHaveBeenCalledTimes(4);
  });

  it.each(["error loading dynamically imported module: /hub/x.js", "Importing a module script failed."])("may be missed in the words of any browser: %s", async (words) => {
    const load = vi.fn().mockRejectedValueOnce(new TypeError(words)).mockResolvedValue("script");
    const loaded = loadScript(load);
    await vi.runAllTimersAsync();

    await expect(loaded).resolves.toBe("script");
  });

  it("is not run again when it has failed", async () => {
    const load = vi.fn().mockRejectedValue(new TypeError("x is not a function"));

    await expect(loadScript(load)).rejects.toThrow("x is not a function");
    expect(load).toHaveBeenCalledTimes(1);
  });
});
