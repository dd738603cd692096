import { searchedCountryNames } from '../catalogue/countries';
import type { Entry, Place } from '../catalogue/schema';
import { facetValue } from './facet-value';

/** What can be asked of an entry by name and value: `cost:free`, `month:2026-05`, `place:new-york`. */
export type Facet = `${FacetName}:${string}`;
export type FacetName =
  | 'kind'
  | 'topic'
  | 'level'
  | 'cost'
  | 'lang'
  | 'year'
  | 'month'
  | 'type'
  | 'mode'
  | 'city'
  | 'country'
  | 'place'
  | 'series'
  | 'relevance'
  | 'certainty'
  | 'status'
  | 'licence';

/** By which names people ask for a place beside those that it states: of its city, its state, and what else it lies in. */
export type PlaceNames = (place: Place) => Readonly<Record<'city' | 'region' | 'around', readonly string[]>>;

/** The facets of an entry, but for its topics, which have an order. */
export function facetsOf(entry: Entry, placeNames: PlaceNames): Facet[] {
  const facets: Facet[] = [`kind:${entry.kind}`];
  const add = (name: FacetName, values: readonly (string | undefined)[]): void => {
    for (const value of values) if (value !== undefined) facets.push(`${name}:${facetValue(value)}`);
  };
  // What is for every level is for each of them, as with --level.
  if ('level' in entry) add('level', entry.level === 'all' ? ['all', ...LEVELS] : [entry.level]);
  if ('cost' in entry) add('cost', [entry.cost]);
  if ('language' in entry) add('lang', languages(entry.language));
  if ('year' in entry) add('year', [entry.year?.toString()]);
  if ('license' in entry) add('licence', [entry.license && !CLOSED.includes(entry.license) ? 'open' : undefined]);
  if ('status' in entry) add('status', [entry.status]);
  if ('type' in entry) add('type', [entry.type]);
  if ('mode' in entry) add('mode', [entry.mode]);
  if ('relevance' in entry) add('relevance', [entry.relevance]);
  if ('place' in entry && entry.place) placeFacets(entry.place, placeNames(entry.place), add);
  if (entry.kind === 'series') add('series', [entry.id]);
  if (entry.kind === 'event') {
    add('series', [entry.series]);
    add('certainty', [entry.certainty]);
    add('year', [entry.start.slice(0, 4)]);
    add('month', monthsBetween(entry.start, entry.end ?? entry.start));
  }
  return [...new Set(facets)];
}

/** What people say for a country, and mean no other when they speak of a place. */
const SPOKEN: ReadonlyMap<string, readonly string[]> = new Map([
  ['AE', ['UAE']],
  ['GB', ['UK', 'Britain']],
  ['HK', ['香港']],
  ['KR', ['Korea']],
  ['NL', ['Holland']],
  ['TW', ['台湾']],
  ['US', ['America', 'the US', 'the States']],
]);
/** The one city that is known by two letters which are no word. */
const SAN_FRANCISCO = 'SF';
const LEVELS = ['beginner', 'intermediate', 'advanced'];
/** Licences under which the source is not free, whoever may read it. */
const CLOSED = ['commercial', 'source-available', 'BUSL-1.1', 'Elastic-2.0'];

/** `en-GB` is also `en`. */
function languages(tag: string | undefined): string[] {
  return tag === undefined ? [] : [...new Set([tag, tag.split('-')[0] ?? tag])];
}

function placeFacets(
  { city, region, country }: Place,
  others: ReturnType<PlaceNames>,
  add: (name: FacetName, values: readonly (string | undefined)[]) => void,
): void {
  const countries = country ? searchedCountryNames(country) : [];
  add('city', [city, ...others.city]);
  add('country', countries);
  // A code of two letters is a word of its own in most languages: `in`, `it`, `us`. Only `country:it` means it.
  const names = [city, ...others.city, region, ...others.region, ...countries, ...others.around];
  add(
    'place',
    names.filter((name) => name !== undefined && (name === SAN_FRANCISCO || !/^[A-Z]{2}$/i.test(name))),
  );
  add('place', SPOKEN.get(country ?? '') ?? []);
}

/** `2026-05` and every month after it, up to the last one; two years at most. */
function monthsBetween(start: string, end: string): string[] {
  const months: string[] = [];
  const last = end.slice(0, 7);
  let [year = 0, month = 1] = start.split('-').map(Number);
  for (let count = 0; count < 24; count += 1) {
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    months.push(text);
    if (text >= last) break;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}
