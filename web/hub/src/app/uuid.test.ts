import { expect, it } from "vitest";
import { uuid } from "@/app/uuid";

it("makes UUIDs of version 4, each another one, without a secure context", () => {
  const made = Array.from({ length: 100 }, uuid);

  expect(made.filter((one) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(one))).toEqual([]);
  expect(new Set(made).size).toBe(100);
});
