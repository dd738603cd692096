import { searchedCountryNames } from '../catalogue/countries';
import type { Kind } from '../catalogue/kinds';
import type { Entry, Place, Series, Topic } from '../catalogue/schema';
import { facetsOf, type PlaceNames, type Facet } from './facets';
import type { FieldName } from './fields';

/** The searched texts of an entry: every value on its own, for a name is matched as one name among several. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: Kind;
  readonly fields: Readonly<Record<FieldName, readonly string[]>>;
  readonly facets: readonly Facet[];
  /** Of a topic or term: ids of what it is best asked about, and of what comes next; best first. */
  readonly leading: readonly string[];
  readonly further: readonly string[];
  /** Of a tool. */
  readonly category?: string | undefined;
  /** Its topics, the main one first; a topic is its own. */
  readonly topics: readonly string[];
  /** Ids of the entries that it names: related ones, its series, what took its place. */
  readonly links: readonly string[];
}

/**
 * The entries as search sees them, in their order. Topics and series are looked up among the same entries; of one
 * that is not there, as in a reader's own small catalogue, the words of its id are searched.
 */
export function documentsOf(entries: readonly Entry[], placeNames: PlaceNames = () => NO_NAMES): SearchDocument[] {
  const topics = new Set<string>();
  const series = new Map<string, Series>();
  for (const entry of entries) {
    if (entry.kind === 'topic') topics.add(entry.id);
    if (entry.kind === 'series') series.set(entry.id, entry);
  }
  return entries.map((entry) => {
    const partOf = 'series' in entry && entry.series !== undefined ? series.get(entry.series) : undefined;
    const isMeaning = entry.kind === 'topic' || entry.kind === 'term';
    return {
      id: entry.id,
      kind: entry.kind,
      fields: {
        name: [entry.name],
        aliases: isMeaning ? [...(entry.aliases ?? NONE), ...otherNames(entry)] : (entry.aliases ?? NONE),
        authors: ('authors' in entry && entry.authors) || NONE,
        hosts: ('hosts' in entry && entry.hosts) || NONE,
        organiser: present('organiser' in entry && entry.organiser),
        series: partOf ? [partOf.name, ...(partOf.aliases ?? [])] : present('series' in entry && entry.series),
        topics: [...entry.topics.filter((id) => !topics.has(id)), ...present('category' in entry && entry.category)],
        summary: [entry.summary],
        definition: isMeaning ? [entry.definition] : NONE,
        publisher: present('publisher' in entry && entry.publisher),
        platform: present('platform' in entry && entry.platform),
        place: 'place' in entry && entry.place ? placeWords(entry.place, placeNames(entry.place)) : NONE,
        details: detailWords(entry),
      },
      facets: facetsOf(entry, placeNames),
      leading: (isMeaning && entry.leading) || NONE,
      further: (isMeaning && entry.further) || NONE,
      ...('category' in entry && { category: entry.category }),
      topics: entry.topics,
      links: linksOf(entry),
    };
  });
}

const NONE: readonly string[] = [];
const NO_NAMES = { city: NONE, region: NONE, around: NONE };
const present = (value: string | false | undefined): readonly string[] => (value ? [value] : NONE);

function otherNames({ synonyms = [], terms = {} }: Pick<Topic, 'synonyms' | 'terms'>): string[] {
  return [...synonyms, ...Object.values(terms).flat()];
}

function placeWords({ venue, city, region, country }: Place, others: ReturnType<PlaceNames>): string[] {
  const own = [venue, city, region].flatMap((name) => name ?? []);
  return [...own, ...others.city, ...others.region, ...(country ? searchedCountryNames(country) : [])];
}

function linksOf(entry: Entry): string[] {
  const links = [...(entry.related ?? [])];
  if ('series' in entry && entry.series !== undefined) links.push(entry.series);
  if ('successor' in entry && entry.successor !== undefined) links.push(entry.successor);
  if (entry.kind === 'term') links.push(entry.topic);
  return links;
}

/** Facts that people name beside a subject: "free kubernetes course". A status or licence is filtered by, not searched. */
function detailWords(entry: Entry): string[] {
  const details: (string | undefined)[] = [entry.kind];
  if ('type' in entry) details.push(entry.type);
  if ('category' in entry) details.push(entry.writtenIn);
  if ('level' in entry && entry.level !== 'all') details.push(entry.level);
  if ('cost' in entry) details.push(entry.cost);
  if ('year' in entry) details.push(entry.year?.toString());
  if ('venue' in entry) details.push(entry.venue);
  if ('mode' in entry) details.push(entry.mode);
  if ('start' in entry) details.push(entry.start.slice(0, 4));
  return details.flatMap((detail) => detail ?? []);
}
