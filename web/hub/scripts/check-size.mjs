// Fails when the first load of the hub has more script than its budget: what the browser fetches to show the dashboard to a signed-in user.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budget = 150_000; // bytes of gzip: half a second on a 3G line of 2.4 Mbit/s
const first = ["index.html", "src/i18n/en.ts", "src/pages/dashboard/DashboardPage.tsx"];

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const files = new Set(["start.js"]);
const add = (key) => {
  const chunk = manifest[key];
  if (chunk && !files.has(chunk.file)) {
    files.add(chunk.file);
    (chunk.imports ?? []).forEach(add);
  }
};
first.forEach(add);

let total = 0;
for (const file of files) {
  const size = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
  total += size;
  console.log(`${String(size).padStart(8)}  ${file}`);
}
console.log(`${String(total).padStart(8)}  bytes of script (gzip) in the first load; the budget is ${budget}.`);
if (total > budget) {
  console.error("The first load is too big. Find what came in with 'npx vite build --sourcemap' and load it with lazyScript().");
  process.exitCode = 1;
}
