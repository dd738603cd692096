import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { isStdin } from '../stdin';
import { filesIn, MOST_BYTES } from './file-list';

/** What tells the state of some catalogue files. */
export interface Fingerprint {
  /** Another one as soon as a name or a byte is. */
  readonly sum: string;
  readonly bytes: number;
}

/**
 * Reads catalogue files without looking at what they say.
 * @param paths as `readCatalogueFiles` takes them
 * @returns undefined where a file cannot be read, or only once, as a pipe, or is too large: reading will tell
 */
export function fingerprintOf(paths: readonly string[]): Fingerprint | undefined {
  if (paths.some(isStdin)) return undefined;
  try {
    const names = paths.flatMap((path) => filesIn(path) ?? [path]);
    const facts = names.map((name) => statSync(name));
    if (!facts.every((fact) => fact.isFile() && fact.size <= MOST_BYTES)) return undefined;
    const hash = createHash('sha256');
    let bytes = 0;
    for (const name of names) {
      // The length keeps the end of one file from being the beginning of the next.
      const inFile = addFile(hash, name);
      hash.update(`\n${JSON.stringify(name)} ${inFile}\n`);
      bytes += inFile;
    }
    return { sum: hash.digest('hex'), bytes };
  } catch {
    return undefined;
  }
}

/** @returns how many bytes it has */
function addFile(hash: Hash, name: string): number {
  // Piece by piece: a large file need not be in memory twice.
  const piece = Buffer.allocUnsafe(1 << 20);
  const file = openSync(name, 'r');
  try {
    let bytes = 0;
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
      bytes += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
