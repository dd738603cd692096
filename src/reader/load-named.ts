import type { Catalogue } from '../catalogue/catalogue';
import { compileCatalogue } from '../catalogue/compile';
import { vocabularyOf } from '../catalogue/vocabulary';
import { loadFiles } from '../catalogue/load';
import { raisedOver } from '../catalogue/raise-over';
import type { Host } from '../host';
import { bundledLearned } from '../catalogue/bundled-learned';
import { placeNames } from '../places/place-names';
import { unpackCities } from '../places/city-table';
import type { Zones } from '../time/zone';
import type { FileFacts } from './disk';
import { inFolder, readerFolder } from './folders';
import { keepCompiled, type Place } from './keep';
import { spareMemory } from './spare-memory';
import { NAMED_PACK, namedFiles, type NamedFiles } from './named-files';

/** As many packs as are kept, and as many bytes, the newest first. */
const MOST_PACKS = 8;
const MOST_BYTES = 1024 ** 3;
/** A younger one may be in use. */
const YOUNG_MS = 24 * 3_600_000;

/**
 * Reads, checks and compiles named files, and keeps what comes out.
 * @throws CatalogueError naming the first problems: a file that has any is never kept
 */
export async function loadNamed(
  host: Host,
  bundled: Catalogue,
  zones: Zones,
  { paths, place, bytes = 0 }: NamedFiles,
): Promise<Catalogue> {
  spareMemory(bytes);
  const loaded = loadFiles(paths, vocabularyOf(bundled, zones), {
    mend: (entry) => raisedOver(bundled.find(entry.id), entry),
    aids: {
      placeNames: placeNames(() => unpackCities(host.asset('cities.br'))),
      learned: () => bundledLearned(bundled),
    },
  });
  const files = compileCatalogue(loaded, zones);
  // What was written to meanwhile may not be what was read.
  const isSame = place !== undefined && namedFiles(host, paths).place?.stamp === place.stamp;
  const kept = await keepCompiled(host, isSame ? place : undefined, files, { origin: loaded.origin });
  if (isSame) await prune(host, place);
  return kept.catalogue;
}

async function prune(host: Host, { pack }: Place): Promise<void> {
  const cache = readerFolder('cache', host);
  if (cache === undefined) return;
  const { disk } = host;
  const packs = (disk.names(cache) ?? [])
    .filter((name) => NAMED_PACK.test(name))
    .map((name) => inFolder(cache, name))
    .flatMap((path): [string, FileFacts][] => {
      const facts = disk.facts(path);
      return facts && path !== pack ? [[path, facts]] : [];
    })
    .sort(([, a], [, b]) => b.changed - a.changed);
  let bytes = disk.facts(pack)?.bytes ?? 0;
  const old = packs.filter(([, facts], at) => {
    bytes += facts.bytes;
    return (at + 1 >= MOST_PACKS || bytes > MOST_BYTES) && host.clock() - facts.changed > YOUNG_MS;
  });
  if (old.length === 0) return;
  try {
    const writing = await host.openDisk();
    for (const [path] of old) writing.remove(path);
  } catch {
    // They are in nobody's way.
  }
}
