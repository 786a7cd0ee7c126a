// What a visitor waits for: largest contentful paint and bytes of the hub and the blog, as built, against an empty page of the same server.
//   TMCP_DEMO_PASSWORD=… node bench/web/run.mjs [http://localhost:8080] [rounds]
// Needs a running stack, whose data the pages show, and Chromium on PATH or in CHROMIUM.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const [stack = 'http://localhost:8080', rounds = '5'] = process.argv.slice(2);
const password = process.env.TMCP_DEMO_PASSWORD ?? fail("TMCP_DEMO_PASSWORD is not set. Set it to the password of the stack's demo user.");
// What Lighthouse takes for a telephone: 1.6 Mbit/s and 150 ms to the server. Bytes a second, milliseconds.
const telephone = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

build('hub');
build('blog');
const [hub, blog] = await freePorts(2);
const servers = [];
process.on('exit', () => servers.forEach((server) => server.kill()));
servers.push(
  serve('hub', ['../../node_modules/vite/bin/vite.js', 'preview', '--port', `${hub}`], { PORT: `${hub}`, TMCP_GATEWAY: stack }),
  serve('blog', ['dist/server/entry.mjs'], { HOST: '127.0.0.1', PORT: `${blog}`, PUBLIC_PB_URL: `${stack}/pb` }),
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? find(['chromium', 'chromium-browser', 'google-chrome']) ?? fail('No Chromium was found on PATH. Install it, or name it in CHROMIUM.'),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await Promise.all([answers(`http://127.0.0.1:${hub}/hub/`), answers(`http://127.0.0.1:${blog}/`)]);
  const session = await signIn(`http://127.0.0.1:${hub}`);
  const article = await firstArticle(`http://127.0.0.1:${blog}`);
  console.log('| page | LCP ms | on a telephone, ms | HTML bytes | script bytes | CSS bytes | requests |\n|---|---|---|---|---|---|---|');
  await measure('empty page (floor)', `http://127.0.0.1:${blog}/empty`, { empty: true });
  await measure('blog, home', `http://127.0.0.1:${blog}/`);
  await measure('blog, an article', article);
  await measure('hub, sign-in', `http://127.0.0.1:${hub}/hub/login`);
  await measure('hub, dashboard', `http://127.0.0.1:${hub}/hub/`, { session });
} finally {
  await browser.close();
}
process.exit();

async function measure(name, url, options = {}) {
  const near = [];
  const far = [];
  for (let round = 0; round < Number(rounds); round++) {
    near.push(await load(url, options));
    far.push(await load(url, { ...options, network: telephone }));
  }

  const { bytes, requests } = near.at(-1);
  console.log(`| ${name} | ${median(near.map((one) => one.lcp))} | ${median(far.map((one) => one.lcp))} | ${bytes.Document ?? 0} | ${bytes.Script ?? 0} | ${bytes.Stylesheet ?? 0} | ${requests} |`);
}

// A new context has an empty cache.
async function load(url, { session, network, empty }) {
  const context = await browser.newContext({ storageState: session, locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  if (empty) await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title><h1>Nothing else</h1>' }));
  const protocol = await context.newCDPSession(page);
  await protocol.send('Network.enable');
  if (network) await protocol.send('Network.emulateNetworkConditions', network);
  const types = new Map();
  const bytes = {};
  protocol.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId);
    bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
  });
  await page.addInitScript(() => {
    window.paints = [];
    new PerformanceObserver((list) => window.paints.push(...list.getEntries().map((entry) => entry.startTime))).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto(url);
  // The largest so far is the largest once nothing larger has come for two seconds.
  await page.waitForFunction(() => window.paints.length > 0 && performance.now() - window.paints.at(-1) > 2000, undefined, { timeout: 60_000 });
  const lcp = Math.round(await page.evaluate(() => window.paints.at(-1)));
  await context.close();
  return { lcp, bytes, requests: types.size };
}

async function signIn(address) {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${address}/hub/login`);
  await page.getByLabel(/^Email/).fill(process.env.TMCP_DEMO_EMAIL ?? 'demo@tmcp.local');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main menu' }).waitFor({ state: 'attached' });
  const state = await context.storageState();
  await context.close();
  return state;
}

async function firstArticle(address) {
  const page = await browser.newPage();
  await page.goto(address);
  const url = await page.locator('main article a').first().evaluate((link) => link.href);
  await page.close();
  return url;
}

function build(name) {
  const { status } = spawnSync('npm', ['run', 'build', '-w', name], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) fail(`The ${name} could not be built: run 'npm run build -w ${name}' to see why.`);
}

function serve(name, args, env) {
  return spawn(process.execPath, args, { cwd: join(root, 'web', name), stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
}

async function answers(url) {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await new Promise((done) => setTimeout(done, 50))) {
    if ((await fetch(url).catch(() => null))?.ok) return;
  }
  fail(`${url} did not answer within 60 s.`);
}

async function freePorts(count) {
  const sockets = await Promise.all(Array.from({ length: count }, () => new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => done(server));
  })));
  const ports = sockets.map((server) => server.address().port);
  await Promise.all(sockets.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function find(names) {
  return (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
