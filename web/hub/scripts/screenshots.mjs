// Pictures of every page in both themes, at the width of a desk and of a telephone, into screenshots/ (ignored by git), and what axe finds there.
//   TMCP_DEMO_PASSWORD=… npm run screenshots -w hub -- http://localhost:8080 [page …]
// The password is the stack's demo user's: the dashboard shows it as the parameter 'demo-password'.
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [address = "http://localhost:8080", ...only] = process.argv.slice(2);
const email = process.env.TMCP_DEMO_EMAIL ?? "demo@tmcp.local";
const password = process.env.TMCP_DEMO_PASSWORD;
const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));
const pages = ["/", "/worksheets", "/campaigns", "/brands", "/customers", "/calendar", "/social-accounts", "/social-posts", "/media-assets", "/video-generator", "/products"];
const sizes = [
  { name: "wide", width: 1280, height: 900 },
  { name: "narrow", width: 360, height: 740 },
];

if (!password) {
  fail("Nobody can sign in: TMCP_DEMO_PASSWORD is not set. Set it to the password of the stack's demo user.");
}

const executablePath = findBrowser() ?? fail("No Chromium was found on PATH. Install it ('apt-get install chromium'), or name it in CHROMIUM.");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
const problems = [];
try {
  const session = await signIn();
  for (const colorScheme of ["light", "dark"]) {
    for (const { name: size, ...viewport } of sizes) {
      // Pages may only run scripts of their own, which axe is not.
      const context = await browser.newContext({ storageState: session, viewport, colorScheme, locale: "en-GB", bypassCSP: true, reducedMotion: "reduce" });
      const page = await context.newPage();
      page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
      const paths = [...pages, ...(await briefsOf(page))].filter((path) => only.length === 0 || only.includes(path));
      for (const path of paths) {
        await look(page, path, `${nameOf(path)}-${size}-${colorScheme}`);
      }

      await context.close();
    }
  }

  await lookAtSignIn();
} finally {
  await browser.close();
}

problems.forEach((problem) => console.error(problem));
console.log(`Pictures are in ${folder}; ${problems.length === 0 ? "nothing serious was found" : `${problems.length} problems were found`}.`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function signIn() {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${address}/hub/login`);
  await page.getByLabel(/^Email/).fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Main menu" }).waitFor({ state: "attached" });
  const state = await context.storageState();
  await context.close();
  return state;
}

async function lookAtSignIn() {
  const context = await browser.newContext({ viewport: sizes[1], bypassCSP: true, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${address}/hub/login`);
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  await shoot(page, "login-narrow-light");
  await context.close();
}

async function briefsOf(page) {
  await page.goto(`${address}/hub/campaigns`);
  await settle(page);
  const link = page.locator("a[href$='/briefs']").first();
  const href = (await link.count()) > 0 ? await link.getAttribute("href") : null;
  return href ? [href.replace(/^\/hub/, "")] : [];
}

async function look(page, path, name) {
  await page.goto(`${address}/hub${path}`);
  await settle(page);
  await shoot(page, name);
  for (const [button, suffix] of [
    [/^New /, "new"],
    ["Edit", "edit"],
    [/^(Generate via AI|Auto Gen|Batch Generate)$/, "generate"],
  ]) {
    await lookAtDialog(page, page.getByRole("main").getByRole("button", { name: button }).first(), `${name}-${suffix}`);
  }

  if (path === "/") {
    await page.getByRole("button", { name: "Assistant" }).click();
    await page.getByRole("complementary", { name: "Assistant" }).waitFor();
    await shoot(page, `${name}-assistant`);
  }
}

async function lookAtDialog(page, button, name) {
  if ((await button.count()) === 0) {
    return;
  }

  await button.click();
  await page.getByRole("dialog").waitFor();
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await shoot(page, name);
  // A generator's dialog may lie on the form that it fills.
  for (let dialogs = await page.getByRole("dialog").count(); dialogs > 0; dialogs = await page.getByRole("dialog").count()) {
    const title = await page.getByRole("dialog").getByRole("heading").first().innerText();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: title }).waitFor({ state: "detached" });
  }
}

async function settle(page) {
  await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector("main [role=status] .animate-pulse"));
  await page.waitForLoadState("networkidle").catch(() => undefined);
}

async function shoot(page, name) {
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 0) {
    problems.push(`${name}: the page is ${overflow} px wider than the screen.`);
  }

  await page.evaluate(axe);
  const violations = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }).then((result) => result.violations));
  for (const { id, impact, nodes } of violations.filter((violation) => violation.impact === "serious" || violation.impact === "critical")) {
    problems.push(`${name}: ${impact} ${id}: ${nodes.map((node) => node.html.slice(0, 200)).slice(0, 3).join(" | ")}`);
  }
}

function nameOf(path) {
  return path === "/" ? "dashboard" : path.endsWith("/briefs") ? "briefs" : path.slice(1);
}

function findBrowser() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [process.env.CHROMIUM, ...folders.flatMap((one) => names.map((name) => join(one, name)))].find((file) => file && existsSync(file));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
