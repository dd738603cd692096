import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { GuideError } from './errors';
import { attempt, writeAll } from './files';

/**
 * Writes what a person named: a file whole or not at all, and a pipe or a device as it comes, for it cannot be replaced.
 * @throws GuideError for a disk; the system's error for a folder, for a pipe that nobody reads, for a file that is
 * read-only (a rename asks only the folder, but who made it so means the file), and where there is no room
 */
export function saveFile(path: string, content: string | Uint8Array): void {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts?.isBlockDevice())
    throw new GuideError(`cannot write ${path}: it is a disk, not a file.`, { hint: 'Name a file.' });
  if (facts && !facts.isFile()) writeThrough(path, content);
  else {
    if (facts) accessSync(path, constants.W_OK);
    replaceFile(path, (file) => writeFileSync(file, content));
  }
}

function writeThrough(path: string, content: string | Uint8Array): void {
  // Otherwise a pipe would be waited for until somebody reads it, perhaps for ever.
  const file = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    writeAll(file, content);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes beside the file, flushes and renames: whatever stops the process leaves the old file or the new one, never half
 * of one. A link stays a link, and what was private stays so.
 * @param fill writes the content to a descriptor
 */
export function replaceFile(path: string, fill: (file: number) => void): void {
  const target = attempt(() => realpathSync(path)) ?? path;
  const mode = attempt(() => statSync(target).mode & 0o777) ?? 0o666;
  // In a container every process may have the same number.
  const draft = `${target}.${process.pid}-${Math.random().toString(36).slice(2, 8)}.tmp`;
  try {
    const file = openSync(draft, 'wx', mode);
    try {
      fill(file);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, target);
  } catch (error) {
    attempt(() => rmSync(draft, { force: true }));
    throw error;
  }
}
