import type { Entry } from '../catalogue/schema';
import type { Vocabulary } from '../catalogue/vocabulary';
import type { Zones } from '../time/zone';
import type { State } from './fetched';
import { merge, type Merged, type Told } from './merge';
import type { LeftOut } from './reading';

/** A catalogue with what the sources say brought in. */
export interface Brought extends Merged {
  /** All entries: those of before, and those that are new or changed in their place. */
  readonly entries: readonly Entry[];
}

/** Brings a state of the sources into entries. The answer depends on nothing but these. */
export function bring(
  bundled: readonly Entry[],
  state: State,
  { vocabulary, zones }: { readonly vocabulary: Vocabulary; readonly zones: Zones },
): Brought {
  const base = withCatalogues(bundled, state);
  const kinds = new Map([...vocabulary.kinds, ...base.map(({ id, kind }) => [id, kind] as const)]);
  const merged = merge(base, toldBy(state), state.remembered, {
    vocabulary: { ...vocabulary, kinds },
    zones,
    today: state.updated.slice(0, 10),
  });
  const byId = new Map(base.map((entry) => [entry.id, entry]));
  for (const event of merged.events) byId.set(event.id, event);
  return { ...merged, entries: [...byId.values()] };
}

/** What came of the records of one source: each is taken or left out. */
export interface Account {
  readonly records: number;
  readonly taken: number;
  readonly leftOut: readonly LeftOut[];
}

export function accountsOf({ sources }: State, { leftOut }: Pick<Brought, 'leftOut'>): Map<string, Account> {
  return new Map(
    sources.map(({ name, files }): [string, Account] => {
      const records = files.reduce((sum, file) => sum + file.records, 0);
      const out = [...files.flatMap((file) => file.leftOut), ...leftOut.filter(({ source }) => source === name)];
      return [name, { records, taken: records - out.length, leftOut: out }];
    }),
  );
}

/** Everything that sources tell, in the order of sources and files. */
function toldBy({ sources }: State): Told[] {
  return sources.flatMap(({ name, topics, files }) =>
    files.flatMap(({ location, readings, gone, checked }) => [
      ...readings.map((reading): Told => ({
        source: name,
        reading,
        topics,
        evidence: { ref: location, verified: checked },
      })),
      ...gone.map((one): Told => ({
        source: name,
        reading: one.reading,
        topics,
        evidence: { ref: location, verified: one.read },
        goneSince: one.since,
      })),
    ]),
  );
}

/**
 * Entries of catalogues that are sources. One takes the place of a bundled entry, as a whole, when it was checked on the
 * same day or later.
 */
function withCatalogues(bundled: readonly Entry[], { sources }: State): readonly Entry[] {
  const theirs = sources.flatMap(({ name, files }) =>
    files.flatMap(({ entries }) =>
      entries.map((entry): Entry => ({ ...entry, topics: topicsOf(entry), origin: `source:${name}` })),
    ),
  );
  if (theirs.length === 0) return bundled;
  const byId = new Map(bundled.map((entry) => [entry.id, entry]));
  for (const entry of theirs) {
    const ours = byId.get(entry.id);
    if (!ours || (ours.kind === entry.kind && newest(entry) >= newest(ours))) byId.set(entry.id, entry);
  }
  return [...byId.values()];
}

const topicsOf = (entry: { id: string; kind: string; topics?: string[] | undefined; topic?: string }): string[] =>
  entry.topics ?? [entry.kind === 'term' ? (entry.topic ?? entry.id) : entry.id];

const newest = ({ sources }: Pick<Entry, 'sources'>): string =>
  sources.reduce((day, { verified }) => (verified > day ? verified : day), '');
