// Cold start of whole commands, interleaved with `node -e 0` and with other programs, where they are installed, doing the
// least that they can: only ratios of medians mean something on a shared machine.
// Usage: npm run -s bench:start [-- runs]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { performance } from 'node:perf_hooks';

const RUNS = Number(process.argv[2] ?? 31);
const program = fileURLToPath(new URL('../bin/mlops-guide.js', import.meta.url));
// Node 20 reads this bundle at every start, whatever it runs.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
Object.assign(env, { MLOPS_GUIDE_NOW: '2026-11-21' });

const guide = (...args) => [program, ...args];
const asTable = ['--format', 'table', '--color', 'always', '--width', '120', '--limit', '20'];
const ours = {
  upcoming: guide('upcoming'),
  'upcoming --json': guide('upcoming', '--json'),
  'upcoming as a table': guide('upcoming', ...asTable),
  list: guide('list'),
  'list --json': guide('list', '--json'),
  'list books': guide('list', 'books'),
  'list as a table': guide('list', ...asTable),
  'search feature store': guide('search', 'feature', 'store'),
  'search, mistyped': guide('search', 'experiment', 'traking'),
  'search as a table': guide('search', 'feature', 'store', ...asTable),
  'show mlops-world': guide('show', 'mlops-world'),
  '--help': guide('--help'),
  '--version': guide('--version'),
};

const peers = {
  'npm --version': ['npm', '--version'],
  'khal --version': ['khal', '--version'],
  'gh --version': ['gh', '--version'],
};
const isInstalled = ([, [name, ...args]]) => spawnSync(name, args, { env, stdio: 'ignore' }).status === 0;
const commands = {
  'node -e 0': [process.execPath, '-e', '0'],
  ...Object.fromEntries(Object.entries(ours).map(([name, args]) => [name, [process.execPath, ...args]])),
  ...Object.fromEntries(Object.entries(peers).filter(isInstalled)),
};

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let run = -1; run < RUNS; run += 1) {
  for (const [name, [file, ...args]] of Object.entries(commands)) {
    const start = performance.now();
    const { status, stderr } = spawnSync(file, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    });
    const time = performance.now() - start;
    if (status !== 0) throw new Error(`${name}: exit ${status}\n${stderr}`);
    // The first round warms the disk cache.
    if (run >= 0) times[name].push(time);
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const floor = median(times['node -e 0']);
console.log(`Node ${process.versions.node}, ${RUNS} interleaved runs, medians`);
for (const [name, taken] of Object.entries(times)) {
  console.log(
    `${name.padEnd(24)}${median(taken).toFixed(1).padStart(8)} ms ${(median(taken) / floor).toFixed(2).padStart(6)}×`,
  );
}
