import { expect, it } from "vitest";
import type { VideoJob } from "@/data/records";
import { emptyJob, inputOf, type JobForm, keyOf, problemsOf, toValues } from "@/pages/video/jobForm";
import { withJob } from "@/pages/video/useLiveJobs";

const picture = (name: string) => new File(["picture"], name, { type: "image/png" });
const filled = (): JobForm => ({
  ...emptyJob(),
  intro: " Kệ Xanh ",
  products: [
    { key: 1, image: picture("one.png"), text: "One", hook: "First" },
    { key: 2, image: picture("two.png"), text: "Two", hook: "" },
  ],
});

it("needs a picture and a text for every product", () => {
  expect(problemsOf(emptyJob())).toEqual(["productsMissing"]);
  expect(problemsOf(filled())).toEqual([]);
});

it("keeps to the server's sizes", () => {
  const large = (megabytes: number) => Object.defineProperty(picture("large"), "size", { value: megabytes * 1024 * 1024 + 1 });
  expect(problemsOf({ ...filled(), music: large(20), logo: large(5) })).toEqual(["musicTooLarge", "logoTooLarge"]);
});

it("pictures go in the order of the products", () => {
  const values = toValues(filled(), "user00000000001", "key");
  expect(values.getAll("input_images").map((file) => (file as File).name)).toEqual(["one.png", "two.png"]);
  expect(JSON.parse(String(values.get("input_json")))).toEqual(inputOf(filled()));
  expect(inputOf(filled())).toEqual({
    intro_text: "Kệ Xanh",
    outro_text: "",
    products: [
      { image: "one.png", text: "One", hook: "First" },
      { image: "two.png", text: "Two", hook: "" },
    ],
  });
});

it("the same order has the same key, another one another", async () => {
  const key = await keyOf("workspace000001", filled());
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(await keyOf("workspace000001", filled())).toBe(key);
  expect(await keyOf("workspace000002", filled())).not.toBe(key);
  expect(await keyOf("workspace000001", { ...filled(), outro: "Bye" })).not.toBe(key);
});

it("an event changes its job in lists and views, and nothing else", () => {
  const job = { id: "job000000000001", status: "rendering", progress: 40 } as VideoJob;
  const other = { id: "job000000000002", status: "queued", progress: 0 } as VideoJob;
  const list = { items: [{ ...job, progress: 10 }, other], page: 1, perPage: 20, totalItems: 2, totalPages: 1 };
  expect(withJob(list, job)).toEqual({ ...list, items: [job, other] });
  expect(withJob({ ...job, progress: 10 }, job)).toEqual(job);
  expect(withJob(other, job)).toBe(other);
  expect(withJob(undefined, job)).toBeUndefined();
});
