import { fingerprintOf } from '../catalogue/fingerprint';
import type { Host } from '../host';
import { VERSION } from '../version';
import { inFolder, readerFolder } from './folders';
import type { Place } from './keep';

/** Catalogue files named with --catalogue, before any of them is understood. */
export interface NamedFiles {
  readonly paths: readonly string[];
  /** All files together; absent where they cannot be read twice. */
  readonly bytes?: number | undefined;
  /** Where they are kept once they are compiled. */
  readonly place: Place | undefined;
}

/** Names of the packs that named files are kept in. */
export const NAMED_PACK = /^files-[0-9a-f]{16}\.pack$/;

/** Their content alone decides, not when it was written: a branch of a repository that comes back is known again. */
export function namedFiles(host: Host, paths: readonly string[]): NamedFiles {
  const cache = readerFolder('cache', host);
  const fingerprint = cache === undefined ? undefined : fingerprintOf(paths);
  if (cache === undefined || !fingerprint) return { paths, place: undefined };
  const bundled = host.asset('catalogue/stamp.txt').toString('latin1');
  return {
    paths,
    bytes: fingerprint.bytes,
    place: {
      pack: inFolder(cache, `files-${fingerprint.sum.slice(0, 16)}.pack`),
      stamp: JSON.stringify([VERSION, bundled, fingerprint.sum]),
    },
  };
}

/** From here on a person would wonder what is going on. */
const SLOW_BYTES = 8 * 1024 * 1024;

/** What a person at a terminal is told while a large catalogue is read for the first time. */
export function slownessNote({ stdout }: Host, { bytes = 0, place }: NamedFiles): string | undefined {
  if (!stdout.isTerminal || bytes < SLOW_BYTES) return undefined;
  const size = `${Math.round(bytes / 1024 / 1024)} MB`;
  return `Reading and indexing a catalogue of ${size}${place ? ', this once' : ''} …`;
}
