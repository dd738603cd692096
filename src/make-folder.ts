import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { attempt } from './files';

/**
 * Makes a folder and those above it that are missing, one after the other from the top: where a system answers ENOENT
 * though the folder above is there, as Linux does under /proc, Node's own `recursive` never ends.
 * @param most how many may be made; above them one must be there
 * @throws the system's error; EEXIST where something else stands in the place of a folder
 */
export function makeFolder(path: string, most = Infinity, make: (folder: string) => void = mkdirSync): void {
  const missing: string[] = [];
  for (let at = path; missing.length < most && missing[0] !== at && !isFolder(at); at = dirname(at))
    missing.unshift(at);
  for (const folder of missing) {
    try {
      make(folder);
    } catch (error) {
      // Another process may have been faster.
      if (!isFolder(folder)) throw error;
    }
  }
}

const isFolder = (path: string): boolean =>
  attempt(() => statSync(path, { throwIfNoEntry: false })?.isDirectory()) ?? false;
