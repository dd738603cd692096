import { nothingFaulty, type Finding, type IsFaulty, type KnownEntry, type Rule } from './rule';
import type { Vocabulary } from './vocabulary';
import { canonicalUrl } from './canonical-url';
import { zonesAlike } from './zones-alike';
import { nearest } from '../search/distance';

/** No id is used twice. */
export const uniqueIds: Rule = (entries) => {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    if (entry.id === undefined) return [];
    if (seen.has(entry.id)) return [{ entry, path: ['id'], message: 'is used by an earlier entry' }];
    seen.add(entry.id);
    return [];
  });
};

/** Every topic, series, tool, stage and entry that is referred to exists, and is of the right kind. */
export const referencesExist: Rule = (entries, vocabulary) =>
  entries.flatMap((entry) => [
    ...(entry.kind === 'topic' || entry.kind === 'term'
      ? []
      : (entry.topics ?? []).flatMap((id, index) => missing(entry, ['topics', index], id, 'topic', vocabulary))),
    ...(entry.related ?? []).flatMap((id, index) => missing(entry, ['related', index], id, undefined, vocabulary)),
    ...(entry.kind === 'event' ? missing(entry, ['series'], entry.series, 'series', vocabulary) : []),
    ...(entry.kind === 'tool' ? missing(entry, ['successor'], entry.successor, 'tool', vocabulary) : []),
    ...(entry.kind === 'term' ? missing(entry, ['topic'], entry.topic, 'topic', vocabulary) : []),
    ...(entry.kind === 'topic' || entry.kind === 'term' ? chosenFor(entry, vocabulary) : []),
    ...(entry.kind === 'topic' ? notIn(entry, 'stage', entry.stage, vocabulary.stages, vocabulary) : []),
    ...(entry.kind === 'tool' ? notIn(entry, 'category', entry.category, vocabulary.categories, vocabulary) : []),
  ]);

/** Fields that may name any entry but their own. */
const TO_ITSELF: ReadonlyMap<string | number | undefined, string> = new Map([
  ['related', 'is related to itself'],
  ['leading', 'is the entry itself, which comes first anyway'],
  ['further', 'is the entry itself, which comes first anyway'],
]);

/** What is put first under a topic or term: each once, in one of the two lists. */
function chosenFor(entry: KnownEntry & { readonly kind: 'topic' | 'term' }, vocabulary: Vocabulary): Finding[] {
  const seen = new Map<string, string>();
  return (['leading', 'further'] as const).flatMap((field) =>
    (entry[field] ?? []).flatMap((id, index): Finding[] => {
      if (id === undefined) return [];
      const path = [field, index];
      const before = seen.get(id);
      if (before !== undefined) return [{ entry, path, message: `"${id}" stands in ${before} already` }];
      seen.set(id, field);
      return missing(entry, path, id, undefined, vocabulary);
    }),
  );
}

function missing(
  entry: KnownEntry,
  path: (string | number)[],
  id: string | undefined,
  kind: 'topic' | 'series' | 'tool' | undefined,
  { kinds, unread }: Vocabulary,
): Finding[] {
  if (id === undefined) return [];
  const own = id === entry.id ? TO_ITSELF.get(path[0]) : undefined;
  if (own !== undefined) return [{ entry, path, message: own }];
  const found = kinds.get(id);
  if (found !== undefined && (kind === undefined || found === kind)) return [];
  if (found !== undefined) return [{ entry, path, message: `"${id}" is a ${found}, not a ${kind}` }];
  if (unread?.has(id)) return [];
  const candidates = [...kinds].filter(([, known]) => kind === undefined || known === kind).map(([known]) => known);
  return [{ entry, path, message: `no ${kind ?? 'entry'} "${id}"${didYouMean(id, candidates)}` }];
}

function notIn(
  entry: KnownEntry,
  field: string,
  id: string | undefined,
  known: ReadonlySet<string>,
  { unread }: Vocabulary,
): Finding[] {
  return id === undefined || known.has(id) || unread?.has(id)
    ? []
    : [{ entry, path: [field], message: `no ${field} "${id}"${didYouMean(id, [...known])}` }];
}

const didYouMean = (word: string, candidates: readonly string[]): string => orRather(nearest(word, candidates, 1));

const orRather = ([first]: readonly string[]): string => (first ? `; did you mean "${first}"?` : '');

/**
 * One page is one entry. An edition may share the page of its series, of that series' other editions and of
 * what it is related to: organisers re-use one address every year.
 */
export const oneUrlOneEntry: Rule = (entries, _, isFaulty = nothingFaulty) => {
  const owners = new Map<string, KnownEntry[]>();
  return entries.flatMap((entry) => {
    if (!entry.url) return [];
    const key = canonicalUrl(entry.url);
    const others = owners.get(key) ?? [];
    owners.set(key, [...others, entry]);
    const other = others.find((candidate) => !mayShareUrl(entry, candidate, isFaulty));
    return other ? [{ entry, path: ['url'], message: `is the page of ${nameOf(other)} already` }] : [];
  });
};

const nameOf = ({ id, name }: KnownEntry): string => (id || name ? `"${id ?? name}"` : 'an earlier entry');

function mayShareUrl(a: KnownEntry, b: KnownEntry, isFaulty: IsFaulty): boolean {
  const isAny = (fields: readonly string[]): boolean =>
    [a, b].some((entry) => fields.some((field) => isFaulty(entry, field)));
  const familyOf = (entry: KnownEntry): string | undefined =>
    entry.kind === 'event' ? entry.series : entry.kind === 'series' ? entry.id : undefined;
  const areOfSeries = [a, b].every(({ kind }) => kind === 'event' || kind === 'series' || kind === undefined);
  const isUnclear = a.kind === undefined || b.kind === undefined || isAny(['series', 'id']);
  const isFamily = (familyOf(a) !== undefined && familyOf(a) === familyOf(b)) || (areOfSeries && isUnclear);
  const isLinked = Boolean((b.id && a.related?.includes(b.id)) || (a.id && b.related?.includes(a.id)));
  const isEdition = [a, b].some(({ kind }) => kind === 'event' || kind === undefined);
  // What is malformed may be what allows it.
  return isEdition && (isFamily || isLinked || isAny(['id', 'related']));
}

/** A name that leads to two entries leads nowhere: an alias is no other entry's name or alias of the same kind. */
export const aliasesDoNotCollide: Rule = (entries) => {
  const owners = new Map<string, KnownEntry>();
  const key = (entry: KnownEntry, name: string): string => `${entry.kind}\n${name.toLowerCase()}`;
  const ofAKind = entries.filter(({ kind }) => kind !== undefined);
  for (const entry of ofAKind) {
    if (entry.name) owners.set(key(entry, entry.name), owners.get(key(entry, entry.name)) ?? entry);
  }
  return ofAKind.flatMap((entry) =>
    (entry.aliases ?? []).flatMap((alias, index) => {
      if (!alias) return [];
      const owner = owners.get(key(entry, alias));
      if (!owner) owners.set(key(entry, alias), entry);
      if (!owner || owner === entry) return [];
      return [{ entry, path: ['aliases', index], message: `"${alias}" names ${nameOf(owner)} already` }];
    }),
  );
};

/** Zones are IANA names or AoE; abbreviations such as IST mean different things in different places. */
export const zonesAreKnown: Rule = (entries, { hasZone, zoneNames }) => {
  // A file that has a zone wrong commonly has it wrong a thousand times.
  const meant = new Map<string, string>();
  return entries.flatMap((entry) => {
    const zones: [(string | number)[], string | undefined][] = [];
    if (entry.kind === 'event') {
      zones.push([['timezone'], entry.timezone]);
      entry.milestones?.forEach((milestone, index) =>
        zones.push([['milestones', index, 'timezone'], milestone?.timezone]),
      );
    }
    if (entry.kind === 'series') zones.push([['recurrence', 'timezone'], entry.recurrence?.timezone]);
    return zones.flatMap(([path, zone]) => {
      if (zone === undefined || hasZone(zone)) return [];
      const rather = meant.get(zone) ?? orRather(zonesAlike(zone, zoneNames?.() ?? []));
      meant.set(zone, rather);
      return [{ entry, path, message: `unknown time zone "${zone}"${rather}` }];
    });
  });
};

export const countriesAreKnown: Rule = (entries, { hasCountry }) =>
  entries.flatMap((entry) => {
    const country = entry.kind === 'event' || entry.kind === 'series' ? entry.place?.country : undefined;
    return country === undefined || hasCountry(country)
      ? []
      : [{ entry, path: ['place', 'country'], message: `unknown country "${country}"` }];
  });

export const REFERENCE_RULES: readonly Rule[] = [
  uniqueIds,
  referencesExist,
  oneUrlOneEntry,
  aliasesDoNotCollide,
  zonesAreKnown,
  countriesAreKnown,
];
