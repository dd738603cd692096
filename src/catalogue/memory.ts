import { buildIndex, type SearchIndex } from '../search/build';
import type { SearchAids } from '../search/aids';
import type { Catalogue, Outline } from './catalogue';
import { KINDS, type Kind } from './kinds';
import { latestEditions, outlineLine, outlineOf } from './outline';
import type { Category, Entry, Stage } from './schema';

/** A catalogue held in memory, of entries that have been checked. */
export function memoryCatalogue(
  {
    entries: unsorted,
    stages,
    categories,
  }: { entries: readonly Entry[]; stages: readonly Stage[]; categories: readonly Category[] },
  origin: string,
  aids?: SearchAids,
): Catalogue {
  const entries = [...unsorted].sort(inCatalogueOrder);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const entryOf = ({ id }: Outline): Entry => {
    const entry = byId.get(id);
    if (!entry) throw new RangeError(`no entry ${id}`);
    return entry;
  };
  let index: SearchIndex | undefined;
  let latest: ReadonlyMap<string, string> | undefined;
  const ofKinds = (kinds?: readonly Kind[]): readonly Entry[] =>
    kinds ? entries.filter(({ kind }) => kinds.includes(kind)) : entries;
  const byKind = new Map<Kind, readonly Entry[]>();
  const outline = (entry: Entry): Outline =>
    entry.kind === 'series'
      ? { ...outlineOf(entry), until: (latest ??= latestEditions(entries)).get(entry.id) }
      : outlineOf(entry);
  return {
    date: newestDay(entries),
    origin,
    stages,
    categories,
    outlines: (kinds) => ofKinds(kinds).map(outline),
    outlineAt: (kind, row) => {
      const ofKind = byKind.get(kind) ?? ofKinds([kind]);
      byKind.set(kind, ofKind);
      const entry = ofKind[row];
      return entry && outline(entry);
    },
    entries: ofKinds,
    find: (id) => byId.get(id),
    entry: entryOf,
    json: (outlines) => [Buffer.from(outlines.map((outline) => JSON.stringify(entryOf(outline))).join(',\n'))],
    tsv: (outlines) => [Buffer.from(outlines.map(outlineLine).join('\n'))],
    searchIndex: () => (index ??= buildIndex(entries, aids)),
  };
}

function inCatalogueOrder(a: Entry, b: Entry): number {
  const byKind = KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
  if (byKind !== 0) return byKind;
  // The file of topics is a map: its order says what belongs together.
  if (a.kind === 'topic' || a.kind === 'term') return 0;
  const [keyA, keyB] = a.kind === 'event' && b.kind === 'event' ? [a.start, b.start] : [nameKey(a), nameKey(b)];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const nameKey = ({ name }: Entry): string => name.toLowerCase();

function newestDay(entries: readonly Entry[]): string {
  let newest = '';
  for (const { added, sources } of entries) {
    for (const day of [added, ...sources.map(({ verified }) => verified)]) {
      if (day.length === 10 && day > newest) newest = day;
    }
  }
  return newest;
}
