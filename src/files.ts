import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, statSync, writeSync } from 'node:fs';
import type { DiskReader } from './reader/disk';
import { codeOf } from './reader/disk-reason';

/** Undefined where there is none, or where it cannot be read. */
export function readLink(path: string): string | undefined {
  return attempt(() => readlinkSync(path));
}

/** Undefined where there is no such file; @throws when it is there and cannot be read */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file, or `length` bytes of it from `start`; fewer where it ends before. */
export function readPart(path: string, start = 0, length?: number): Buffer {
  if (length === undefined) return readFileSync(path).subarray(start);
  const file = openSync(path, 'r');
  try {
    const part = Buffer.allocUnsafe(length);
    return part.subarray(0, readSync(file, part, 0, length, start));
  } finally {
    closeSync(file);
  }
}

/** Looking at files of the reader's, on a real disk. */
export const diskReader: DiskReader = {
  facts: (path) => {
    const stat = attempt(() => statSync(path, { throwIfNoEntry: false }));
    return (
      stat && {
        isFolder: stat.isDirectory(),
        isFile: stat.isFile(),
        bytes: stat.size,
        changed: stat.mtimeMs,
        inode: stat.ino,
      }
    );
  },
  names: (folder) => attempt(() => readdirSync(folder).sort()),
  read: (path, ...part) => attempt(() => readPart(path, ...part)),
};

/**
 * Writes all of something to a descriptor, waiting while a pipe is full. Synchronous, because a stream costs a tenth of a
 * whole start and loses its rest when the process ends.
 * @returns false when nobody reads any more
 */
export function writeAll(descriptor: number, content: string | Uint8Array): boolean {
  let rest = typeof content === 'string' ? Buffer.from(content) : content;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EPIPE' || code === 'EOF') return false;
      if (code !== 'EAGAIN') throw error;
      // The pipe is full and not blocking: give the reader a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
  return true;
}

/** Undefined where it cannot be done. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
