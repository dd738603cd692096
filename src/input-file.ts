import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { CatalogueError } from './errors';
import { codeOf } from './reader/disk-reason';
import { isStdin } from './stdin';

const MEGABYTE = 1024 * 1024;
/** Asked for at a time where nobody knows how much is to come. */
const PIECE_BYTES = 64 * 1024;
const STDIN = 0;

/**
 * All of something that a person named: a file, a pipe as `<(curl …)` makes one, a device, or `-`, standard input. Of all
 * but the first the system states no size, and some have no end, so the bytes are counted as they come.
 * @param most bytes
 * @param hint what to name instead of something larger
 * @throws CatalogueError where there are more, the system's error where it cannot be read
 */
export function readInput(path: string, most: number, hint: string): Buffer {
  // Taken as it is: a socket cannot be opened by name, and Windows has no name for it.
  const file = isStdin(path) ? STDIN : openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const pieces: Buffer[] = [];
    let bytes = 0;
    for (let asked = size + 1; ; asked = PIECE_BYTES) {
      if (size > most || bytes > most)
        throw new CatalogueError(`${path} is larger than ${Math.floor(most / MEGABYTE)} MB`, { hint });
      const piece = Buffer.allocUnsafe(Math.max(asked, PIECE_BYTES));
      const read = readSome(file, piece);
      if (read === 0) break;
      bytes += read;
      const part = piece.subarray(0, read);
      // What a pipe gives in drops would keep a piece each.
      pieces.push(read * 2 < piece.length ? Buffer.from(part) : part);
    }
    const [first = Buffer.alloc(0), ...others] = pieces;
    return others.length === 0 ? first : Buffer.concat(pieces);
  } finally {
    if (file !== STDIN) closeSync(file);
  }
}

/** @returns how many bytes, 0 at the end */
function readSome(file: number, piece: Uint8Array): number {
  for (;;) {
    try {
      return readSync(file, piece, 0, piece.length, null);
    } catch (error) {
      const code = codeOf(error);
      // So Windows calls the end of a pipe.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      // Somebody has made it not blocking, and nothing has come yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
