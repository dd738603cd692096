import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** Node 20 reads this bundle at every start, whatever it runs. */
const { NODE_EXTRA_CA_CERTS: _, ...ENV } = process.env;

export interface Run {
  /** Of the whole process. */
  readonly ms: number;
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    env: { ...ENV, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return { ms: performance.now() - start, code: status, out: stdout, err: error ? error.message : stderr };
}

/** Also the most memory that a Node program had, in MB. */
export function runNode(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Run & { readonly mb: number } {
  const hook = join(folder, 'memory.cjs');
  const note = join(folder, 'memory.txt');
  const atExit = `fs.writeFileSync(${JSON.stringify(note)}, String(process.resourceUsage().maxRSS))`;
  writeFileSync(hook, `const fs = require('node:fs'); process.on('exit', () => ${atExit});`);
  const result = run(process.execPath, ['--require', hook, ...args], env);
  return { ...result, mb: Number(readFileSync(note, 'utf8')) / 1024 };
}

/** The middle one of several runs, in milliseconds; the first only warms the disk's cache. @throws where one fails */
export function medianMs(times: number, once: () => Run): number {
  const taken = Array.from({ length: times + 1 }, once).map(({ ms, code, err }) => {
    if (code !== 0 && code !== 1) throw new Error(err);
    return ms;
  });
  return taken.slice(1).sort((a, b) => a - b)[times >> 1] ?? NaN;
}
