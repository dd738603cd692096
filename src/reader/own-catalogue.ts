import { compiledCatalogue } from '../catalogue/compiled';
import type { Catalogue } from '../catalogue/catalogue';
import type { Host } from '../host';
import { VERSION } from '../version';
import type { FileFacts } from './disk';
import { inFolder, readerFolder } from './folders';
import { openPack } from './pack';

/** What a reader's catalogue is made of beside the bundled one. */
export interface OwnParts {
  /** YAML files of the reader's own. */
  readonly files: readonly string[];
  /** The last good state of the sources; absent before the first update. */
  readonly fetched: string | undefined;
  /** Differs as soon as any of it does, or the program. */
  readonly stamp: string;
  /** Where the compiled whole is kept; absent where there is no place for it. */
  readonly pack: string | undefined;
}

export interface OwnCatalogue {
  readonly catalogue: Catalogue;
  /** What the reader should be told whenever it is used. */
  readonly notes: readonly string[];
}

/** Folder of the reader's own entries, in the folder of data. */
export const OWN_FOLDER = 'catalogue';
/** What `update` fetched, in the folder of data. */
export const FETCHED_FILE = 'fetched.json';

/** Undefined where the reader has nothing of the kind. For most that is one look at a folder that is not there. */
export function ownParts(host: Host): OwnParts | undefined {
  const { disk } = host;
  const data = readerFolder('data', host);
  if (data === undefined || !disk.facts(data)) return undefined;
  const folder = inFolder(data, OWN_FOLDER);
  const names = (disk.names(folder) ?? []).filter((name) => /^[^.].*\.ya?ml$/i.test(name));
  const files = names.map((name) => inFolder(folder, name));
  const fetched = inFolder(data, FETCHED_FILE);
  const parts = [...files, fetched].flatMap((path): [string, FileFacts][] => {
    const facts = disk.facts(path);
    return facts && !facts.isFolder ? [[path, facts]] : [];
  });
  if (parts.length === 0) return undefined;
  const bundled = host.asset('catalogue/stamp.txt').toString('latin1');
  const cache = readerFolder('cache', host);
  return {
    files,
    fetched: parts.some(([path]) => path === fetched) ? fetched : undefined,
    stamp: JSON.stringify([
      VERSION,
      bundled,
      ...parts.map(([path, { bytes, changed, inode }]) => [path, bytes, changed, inode]),
    ]),
    pack: cache === undefined ? undefined : inFolder(cache, 'catalogue.pack'),
  };
}

/**
 * A catalogue as it was compiled before; undefined where it has to be compiled.
 * @param origin as `Catalogue` has it
 */
export function openOwn(
  { disk }: Host,
  { pack, stamp }: Pick<OwnParts, 'pack' | 'stamp'>,
  origin = 'bundled',
): OwnCatalogue | undefined {
  if (pack === undefined) return undefined;
  try {
    const open = openPack(disk, pack, stamp);
    return open && { catalogue: compiledCatalogue(open.read, origin), notes: open.notes };
  } catch {
    // Damaged: it is only a copy, and will be made anew.
    return undefined;
  }
}
