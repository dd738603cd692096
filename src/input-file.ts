import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { CatalogueError } from './errors';

const MEGABYTE = 1024 * 1024;
/** Asked for at a time where nobody knows how much is to come. */
const PIECE_BYTES = 64 * 1024;

/**
 * All of something that a person named: a file, a pipe as `<(curl …)` makes one, a device. Of the last two the system
 * states no size, and some have no end, so the bytes are counted as they come.
 * @param most bytes
 * @param hint what to name instead of something larger
 * @throws CatalogueError where there are more, the system's error where it cannot be read
 */
export function readInput(path: string, most: number, hint: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const pieces: Buffer[] = [];
    let bytes = 0;
    for (let asked = size + 1; ; asked = PIECE_BYTES) {
      if (size > most || bytes > most)
        throw new CatalogueError(`${path} is larger than ${Math.floor(most / MEGABYTE)} MB`, { hint });
      const piece = Buffer.allocUnsafe(Math.max(asked, PIECE_BYTES));
      const read = readSync(file, piece, 0, piece.length, null);
      if (read === 0) break;
      bytes += read;
      const part = piece.subarray(0, read);
      // What a pipe gives in drops would keep a piece each.
      pieces.push(read * 2 < piece.length ? Buffer.from(part) : part);
    }
    const [first = Buffer.alloc(0), ...others] = pieces;
    return others.length === 0 ? first : Buffer.concat(pieces);
  } finally {
    closeSync(file);
  }
}
