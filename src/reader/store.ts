import { GuideError } from '../errors';
import type { Disk, DiskReader } from './disk';

/** What a stored document may be: its `version` says by which program it can be read. */
export interface Versioned {
  readonly version: number;
}

/** How one JSON file of the reader's is read. */
export interface Format<T extends Versioned> {
  /** The newest version of it that this program knows. */
  readonly version: T['version'];
  /** Undefined for what is no such document. It may come from anywhere: nothing in it is to be trusted. */
  parse(raw: unknown): T | undefined;
}

/** Says something to the reader, such as `ctx.note`. */
export type Tell = (note: string) => void;

type Reading<T> = { readonly found: T } | 'none' | 'damaged' | 'newer';

/**
 * Reads a document without writing anything, for commands that only read.
 * @returns undefined where there is none, or where it is damaged, or was written by a newer program; both of that is told
 */
export function readStored<T extends Versioned>(
  disk: DiskReader,
  path: string,
  format: Format<T>,
  tell: Tell,
): T | undefined {
  const reading = readOne(disk, path, format);
  if (reading === 'none') return undefined;
  if (reading === 'newer') tell(newerText(path));
  else if (reading === 'damaged') tell(`${path} is damaged and is not read.`);
  else return reading.found;
  return undefined;
}

/**
 * Reads, changes and writes a document while no other process does. A damaged one is set aside and named.
 * @param change gets what is stored, or undefined where nothing is; what it returns is stored, and where it returns that
 * same object, nothing is written
 * @throws GuideError when it cannot be written, or was written by a newer program: what is there is kept
 */
export function updateStored<T extends Versioned>(
  disk: Disk,
  path: string,
  format: Format<T>,
  tell: Tell,
  change: (stored: T | undefined) => T,
): T {
  return disk.locked(path, () => {
    const reading = readOne(disk, path, format);
    if (reading === 'newer') {
      throw new GuideError(newerText(path), { hint: 'Install the newest version: npm install -g mlops-guide' });
    }
    if (reading === 'damaged') {
      const aside = disk.setAside(path);
      if (aside === undefined)
        throw new GuideError(`${path} is damaged and cannot be set aside.`, { hint: 'Move it away yourself.' });
      tell(`${path} was damaged. It is kept as ${aside}; a new one is begun.`);
    }
    const stored = typeof reading === 'object' ? reading.found : undefined;
    const next = change(stored);
    if (next !== stored) disk.write(path, `${JSON.stringify(next)}\n`);
    return next;
  });
}

function readOne<T extends Versioned>(disk: DiskReader, path: string, format: Format<T>): Reading<T> {
  const facts = disk.facts(path);
  if (!facts) return 'none';
  const text = facts.isFile ? disk.read(path)?.toString('utf8') : undefined;
  const raw = jsonIn(text ?? '');
  if (typeof raw === 'object' && raw !== null && 'version' in raw) {
    if (typeof raw.version === 'number' && raw.version > format.version) return 'newer';
  }
  const found = format.parse(raw);
  return found === undefined ? 'damaged' : { found };
}

const newerText = (path: string): string => `${path} was written by a newer version of this program.`;

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
