// Installs what package-lock.json says, if it is not what node_modules holds. Run by the AppHost before the front ends start.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const read = (path) => {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8")).packages;
  } catch {
    return {};
  }
};

// npm notes what it installed in the lock file's own form. Packages for other systems are optional, and not there.
const wanted = read("package-lock.json");
const installed = read("node_modules/.package-lock.json");
const differs = ([path, { version, integrity, optional, link }]) =>
  link ? !installed[path] : path.startsWith("node_modules/") || path.includes("/node_modules/")
    ? installed[path] ? installed[path].version !== version || installed[path].integrity !== integrity : !optional
    : false;

const missing = Object.entries(wanted).filter(differs).map(([path]) => path);
if (missing.length === 0) {
  console.log(`${Object.keys(installed).length} packages are as package-lock.json says: nothing to install.`);
  process.exit(0);
}

console.log(`${missing.length} packages are not as package-lock.json says, such as ${missing[0]}. Running npm install ...`);
// Not 'npm ci', which would first delete the programs of this very graph: PocketBase and the orchestrator are packages, too.
const npm = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund"], { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
if (npm.error) {
  console.error(`npm could not be started in ${root}: ${npm.error.message}. Install Node.js 20.19 or later with npm, and start this resource again.`);
}

process.exit(npm.status ?? 1);
