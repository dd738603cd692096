import {
  closeSync,
  fsyncSync,
  futimesSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writevSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { GuideError } from './errors';
import { attempt, diskReader } from './files';
import { readInput } from './input-file';
import { withLock } from './lock';
import { makeFolder } from './make-folder';
import { replaceFile, saveFile } from './output-file';
import type { Disk } from './reader/disk';
import { diskReason, codeOf } from './reader/disk-reason';

/** A draft that nobody finishes any more. */
const OLD_DRAFT_MS = 3_600_000;

/** The reader's files on a real disk. @param clock epoch milliseconds */
export function createDisk(clock: () => number): Disk {
  return {
    ...diskReader,
    write: (path, content, changed) => foreseen(path, () => writeWhole(path, content, clock(), changed)),
    input: (path, most, hint) => {
      try {
        return readInput(path, most, hint);
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    save: saveFile,
    makeFolder: (path) => makeFolder(path),
    absolute: (path) => resolve(path),
    remove: (path) => rmSync(path, { force: true }),
    setAside: (path) => {
      const stamp = new Date(clock()).toISOString().replace(/[-:]|\.\d+/g, '');
      const free = [
        `${path}.damaged-${stamp}`,
        ...Array.from({ length: 9 }, (_, n) => `${path}.damaged-${stamp}-${n + 2}`),
      ];
      const aside = free.find((name) => !statSync(name, { throwIfNoEntry: false }));
      return aside === undefined
        ? undefined
        : attempt(() => {
            renameSync(path, aside);
            return aside;
          });
    },
    locked: (path, action) => {
      foreseen(path, () => makeFolder(dirname(path)));
      return withLock(`${path}.lock`, action, { clock, foreseen: (work) => foreseen(path, work) });
    },
  };
}

function writeWhole(
  path: string,
  content: Uint8Array | readonly Uint8Array[] | string,
  now: number,
  changed: number | undefined,
): void {
  makeFolder(dirname(path));
  const target = attempt(() => realpathSync(path)) ?? path;
  sweep(target, now);
  replaceFile(target, (file) => {
    writeAllOf(
      file,
      typeof content === 'string' ? [Buffer.from(content)] : content instanceof Uint8Array ? [content] : content,
    );
    if (changed !== undefined) futimesSync(file, changed / 1000, changed / 1000);
  });
  // The new name is safe against a power cut only with its folder; not every system can flush one.
  attempt(() => {
    const folder = openSync(dirname(target), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  });
}

function writeAllOf(file: number, parts: readonly Uint8Array[]): void {
  for (const part of parts) {
    let rest = part;
    while (rest.length > 0) rest = rest.subarray(writevSync(file, [rest]));
  }
}

/** Removes drafts of this file that a process left behind when it was killed. */
function sweep(target: string, now: number): void {
  const folder = dirname(target);
  const start = `${basename(target)}.`;
  for (const name of attempt(() => readdirSync(folder)) ?? []) {
    if (!name.startsWith(start) || !name.endsWith('.tmp')) continue;
    const path = join(folder, name);
    const stat = attempt(() => statSync(path));
    if (stat && now - stat.mtimeMs > OLD_DRAFT_MS) attempt(() => rmSync(path, { force: true }));
  }
}

function foreseen<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    throw new GuideError(`cannot write ${path}: ${diskReason(code)}. What was there is kept.`, {
      hint: 'Folders of your own: MLOPS_GUIDE_CONFIG_DIR, MLOPS_GUIDE_DATA_DIR, MLOPS_GUIDE_CACHE_DIR.',
      cause: error,
    });
  }
}
