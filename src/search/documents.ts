import { searchedCountryNames } from '../catalogue/countries';
import type { Kind } from '../catalogue/kinds';
import type { Entry, Place, Series, Topic } from '../catalogue/schema';
import type { FieldName } from './fields';

/** The searched texts of an entry: every value on its own, for a name is matched as one name among several. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: Kind;
  readonly fields: Readonly<Record<FieldName, readonly string[]>>;
}

/**
 * The entries as search sees them, in their order. Topics and series are looked up among the same entries; of one
 * that is not there, as in a reader's own small catalogue, the words of its id are searched.
 */
export function documentsOf(entries: readonly Entry[]): SearchDocument[] {
  const topics = new Map<string, Topic>();
  const series = new Map<string, Series>();
  for (const entry of entries) {
    if (entry.kind === 'topic') topics.set(entry.id, entry);
    if (entry.kind === 'series') series.set(entry.id, entry);
  }
  return entries.map((entry) => {
    // A topic is tagged with itself, which keeps it above the entries tagged with it.
    const known = entry.topics.flatMap((id) => topics.get(id) ?? []);
    const partOf = 'series' in entry && entry.series !== undefined ? series.get(entry.series) : undefined;
    const isMeaning = entry.kind === 'topic' || entry.kind === 'term';
    return {
      id: entry.id,
      kind: entry.kind,
      fields: {
        name: [entry.name],
        aliases: [...(entry.aliases ?? []), ...(isMeaning ? otherNames(entry) : [])],
        authors: ('authors' in entry && entry.authors) || [],
        hosts: ('hosts' in entry && entry.hosts) || [],
        organiser: present('organiser' in entry && entry.organiser),
        series: partOf ? [partOf.name, ...(partOf.aliases ?? [])] : present('series' in entry && entry.series),
        topics: entry.topics.map((id) => topics.get(id)?.name ?? id),
        synonyms: known.flatMap((topic) => [...(topic.aliases ?? []), ...otherNames(topic)]),
        summary: [entry.summary],
        definition: isMeaning ? [entry.definition] : [],
        publisher: present('publisher' in entry && entry.publisher),
        platform: present('platform' in entry && entry.platform),
        place: 'place' in entry && entry.place ? placeWords(entry.place) : [],
        details: detailWords(entry),
      },
    };
  });
}

const present = (value: string | false | undefined): string[] => (value ? [value] : []);

function otherNames({ synonyms = [], terms = {} }: Pick<Topic, 'synonyms' | 'terms'>): string[] {
  return [...synonyms, ...Object.values(terms).flat()];
}

function placeWords({ venue, city, region, country }: Place): string[] {
  return [...[venue, city, region].flatMap((name) => name ?? []), ...(country ? searchedCountryNames(country) : [])];
}

/** Facts that people name beside a subject: "free kubernetes course". A status or licence is filtered by, not searched. */
function detailWords(entry: Entry): string[] {
  const details: (string | undefined)[] = [entry.kind];
  if ('type' in entry) details.push(entry.type);
  if ('category' in entry) details.push(entry.category, entry.writtenIn);
  if ('level' in entry && entry.level !== 'all') details.push(entry.level);
  if ('cost' in entry) details.push(entry.cost);
  if ('year' in entry) details.push(entry.year?.toString());
  if ('venue' in entry) details.push(entry.venue);
  if ('mode' in entry) details.push(entry.mode);
  if ('start' in entry) details.push(entry.start.slice(0, 4));
  return details.flatMap((detail) => detail ?? []);
}
