import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BIN = join(ROOT, 'bin', 'mlops-guide.js');
export const SMALL = join(ROOT, 'tests', 'fixtures', 'small');
export const RECURRING = join(ROOT, 'tests', 'fixtures', 'e2e', 'recurring.yaml');
export const HOSTILE = join(ROOT, 'tests', 'fixtures', 'e2e', 'hostile.yaml');

if (!existsSync(join(ROOT, 'dist', 'catalogue'))) throw new Error('the program is not built: run npm run build first');

/** What a process may inherit; the zone is the one thing that comes from outside, so that a run in another zone counts. */
export const ENV: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  MLOPS_GUIDE_NOW: '2026-11-21T09:00Z',
  ...(process.env.TZ === undefined ? {} : { TZ: process.env.TZ }),
};

export interface Options {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Arguments for node itself. */
  readonly node?: readonly string[];
  /** Milliseconds after which it is killed, where it may never end by itself. */
  readonly timeout?: number;
}

/** Runs the built program, all three descriptors pipes. */
export function guide(
  args: readonly string[],
  { env = {}, cwd, node = [], timeout }: Options = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [...node, BIN, ...args], {
    encoding: 'utf8',
    env: { ...ENV, ...env },
    cwd,
    timeout,
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** Runs a line of bash in which `guide` is the built program. */
export function bash(line: string, { env = {}, cwd }: Options = {}): SpawnSyncReturns<string> {
  return spawnSync('bash', ['--norc', '-c', `guide() { "${process.execPath}" "${BIN}" "$@"; }; ${line}`], {
    encoding: 'utf8',
    env: { ...ENV, ...env },
    cwd,
    maxBuffer: 64 * 1024 * 1024,
  });
}
