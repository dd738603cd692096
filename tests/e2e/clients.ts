import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { bash, ENV, SMALL } from './program';

/** Zones in which calendar programs are asked what they show. */
export const READERS = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles'] as const;

/** A folder for the tests of one file; gone after them. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-guide-clients-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Is a client installed? Where it is not, that is said aloud. */
export function isThere(client: string, probe: string): boolean {
  if (bash(probe).status === 0) return true;
  console.warn(`LEFT OUT: ${client} is not installed here (${probe}); nothing is known about how it reads our files.`);
  return false;
}

/** What a client says, with `home` for everything that it keeps. */
export function ask(
  home: string,
  command: string,
  args: readonly string[],
  { zone = 'UTC', input }: { zone?: string; input?: string } = {},
): string {
  const env = {
    ...ENV,
    ...{ TZ: zone, LC_ALL: 'C.UTF-8' },
    ...{ HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home },
  };
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env,
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  expect({ command, args, status, stderr }).toMatchObject({ command, status: 0 });
  return stdout;
}

/** A copy of the small catalogue with some texts in it replaced, each of which must be there. */
export function changedCatalogue(
  home: string,
  name: string,
  ...changes: readonly (readonly [string, string])[]
): string {
  const folder = join(home, name);
  mkdirSync(folder);
  for (const file of readdirSync(SMALL)) {
    let text = readFileSync(join(SMALL, file), 'utf8');
    if (file === 'events.yaml') {
      for (const [old, now] of changes) {
        expect(text.split(old), old).toHaveLength(2);
        text = text.replace(old, now);
      }
    }
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** Changes for `changedCatalogue`: Data Days a week later, the webinar called off. */
export const MOVED_AND_CANCELLED = [
  ["start: '2027-01-20'\n  end: '2027-01-22'", "sequence: 1\n  start: '2027-01-27'\n  end: '2027-01-29'"],
  [
    'timezone: America/New_York\n  mode: online\n  certainty: confirmed\n  status: scheduled',
    'timezone: America/New_York\n  mode: online\n  certainty: confirmed\n  status: cancelled\n  sequence: 1',
  ],
] as const;
