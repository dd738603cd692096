import type { Catalogue } from '../catalogue/catalogue';
import { compileCatalogue } from '../catalogue/compile';
import { vocabularyOf } from '../catalogue/vocabulary';
import { bundledLearned } from '../catalogue/bundled-learned';
import { memoryCatalogue } from '../catalogue/memory';
import { problemLine, type Problem } from '../catalogue/problem';
import { raisedOver } from '../catalogue/raise-over';
import { counted } from '../counted';
import type { Host } from '../host';
import { placeNames } from '../places/place-names';
import { unpackCities } from '../places/city-table';
import { readStored } from '../reader/store';
import type { Zones } from '../time/zone';
import { keepCompiled } from '../reader/keep';
import type { OwnCatalogue, OwnParts } from '../reader/own-catalogue';
import { ownEntries } from '../reader/own-entries';
import { spareMemory } from '../reader/spare-memory';
import { fetchedFormat } from './fetched';
import { bring } from './told';
import { dayOfUpdate } from './update';

/**
 * Lays the reader's own entries over the bundled ones, compiles the whole and keeps it for the next run. Where it cannot
 * be kept, as on a read-only disk, it is done at every run.
 */
export async function layOver(host: Host, bundled: Catalogue, zones: Zones, parts: OwnParts): Promise<OwnCatalogue> {
  spareMemory(parts.files.reduce((sum, file) => sum + (host.disk.facts(file)?.bytes ?? 0), 0));
  const vocabulary = vocabularyOf(bundled, zones);
  const told: string[] = [];
  const fetched =
    parts.fetched === undefined
      ? undefined
      : readStored(
          host.disk,
          parts.fetched,
          fetchedFormat,
          (note) => void told.push(`${note} The catalogue is the bundled one.`),
        );
  const base = fetched ? bring(bundled.entries(), fetched.now, { vocabulary, zones }).entries : bundled.entries();
  const kinds = new Map([...vocabulary.kinds, ...base.map(({ id, kind }) => [id, kind] as const)]);
  const own = ownEntries(parts.files, { ...vocabulary, kinds });
  const below = new Map(base.map((entry) => [entry.id, entry]));
  const content = {
    entries: over(
      base,
      own.entries.map((entry) => raisedOver(below.get(entry.id), entry)),
    ),
    stages: over(bundled.stages, own.stages),
    categories: over(bundled.categories, own.categories),
  };
  // An entry that the reader wrote today makes nothing else newer.
  const updated = fetched ? dayOfUpdate(fetched.now) : '';
  const date = updated > bundled.date ? updated : bundled.date;
  const whole = {
    ...memoryCatalogue(content, 'bundled', {
      placeNames: placeNames(() => unpackCities(host.asset('cities.br'))),
      learned: () => bundledLearned(bundled),
    }),
    date,
  };
  const files = compileCatalogue(whole, zones);
  const notes = [...told, ...(own.problems.length === 0 ? [] : [problemNote(own.problems)])];
  const { pack, stamp } = parts;
  return keepCompiled(host, pack === undefined ? undefined : { pack, stamp }, files, { origin: 'bundled', notes });
}

/** What is above takes the place of what has its id below, as a whole. */
function over<T extends { readonly id: string }>(below: readonly T[], above: readonly T[]): T[] {
  const byId = new Map(below.map((item) => [item.id, item]));
  for (const item of above) byId.set(item.id, item);
  return [...byId.values()];
}

function problemNote(problems: readonly Problem[]): string {
  const [first] = problems;
  return `Your own entries have ${counted(problems.length, 'problem', 'problems')}, and what is wrong is left out: ${first ? problemLine(first) : ''}\n  See all: mlops-guide validate`;
}
