import type { Catalogue, Outline } from '../catalogue/catalogue';
import type { Kind } from '../catalogue/kinds';
import type { Entry } from '../catalogue/schema';
import type { Near } from '../places/near';
import { plainLetters } from '../search/plain-letters';

/** By whom something is. */
export interface By {
  /** Part of an author's, host's or organiser's name; case and accents do not count. */
  readonly name: string;
  /** Ids of the series that are by them: so are the editions, which name no organiser of their own. */
  readonly series?: ReadonlySet<string>;
}

/** What is asked of entries. Lists are "any of"; what is absent asks nothing. */
export interface Criteria {
  readonly kinds?: readonly Kind[];
  readonly topics?: readonly string[];
  readonly allTopics?: readonly string[];
  readonly notTopics?: readonly string[];
  /** Years of works and of events' first days, both ends included. */
  readonly years?: readonly { readonly from: number; readonly to: number }[];
  readonly levels?: readonly string[];
  readonly costs?: readonly string[];
  readonly maxHours?: number;
  /** BCP 47, in any case: `en` also takes `en-GB`. */
  readonly languages?: readonly string[];
  readonly author?: By;
  readonly types?: readonly string[];
  readonly modes?: readonly string[];
  readonly countries?: readonly string[];
  /** ISO 3166 codes, as for `countries`. */
  readonly regions?: readonly string[];
  readonly city?: string;
  readonly near?: Near;
  /** Events of which some day falls on or after it, YYYY-MM-DD at the event's place. */
  readonly from?: string;
  /** Events of which some day falls on or before it. */
  readonly to?: string;
  readonly series?: readonly string[];
  readonly relevance?: readonly string[];
  readonly certainty?: readonly string[];
  readonly statuses?: readonly string[];
}
export type Criterion = keyof Criteria;

type Tests<T> = { readonly [K in Criterion]?: (entry: T, wanted: NonNullable<Criteria[K]>) => boolean };

/** Answered by the outline alone, so that a list need not parse every entry. */
const OUTLINE_TESTS = {
  kinds: ({ kind }, wanted) => wanted.includes(kind),
  topics: ({ topics }, wanted) => topics.some((topic) => wanted.includes(topic)),
  allTopics: ({ topics }, wanted) => wanted.every((topic) => topics.includes(topic)),
  notTopics: ({ topics }, wanted) => !topics.some((topic) => wanted.includes(topic)),
  years: ({ when }, wanted) => isInYears(when, wanted),
} satisfies Tests<Outline>;

const ENTRY_TESTS = {
  levels: (entry, wanted) => has(entry, 'level', wanted) || has(entry, 'level', ['all']),
  costs: (entry, wanted) => has(entry, 'cost', wanted),
  maxHours: (entry, most) => 'hours' in entry && entry.hours !== undefined && entry.hours <= most,
  languages: ({ language = '' }, wanted) => {
    const tag = `${language}-`.toLowerCase();
    return wanted.some((one) => tag.startsWith(`${one}-`.toLowerCase()));
  },
  author: (entry, { name: part, series }) =>
    peopleOf(entry).some((name) => plainLetters(name).includes(part)) ||
    (entry.kind === 'event' && entry.series !== undefined && series?.has(entry.series) === true),
  types: (entry, wanted) => has(entry, 'type', wanted),
  modes: (entry, wanted) => has(entry, 'mode', wanted),
  countries: (entry, wanted) => wanted.includes(placeOf(entry)?.country ?? ''),
  regions: (entry, wanted) => wanted.includes(placeOf(entry)?.country ?? ''),
  near: (entry, { km, distance }) => (distance(entry) ?? Infinity) <= km,
  city: (entry, city) => plainLetters(placeOf(entry)?.city ?? '') === city,
  from: (entry, day) => entry.kind === 'event' && (entry.end ?? entry.start).slice(0, 10) >= day,
  to: (entry, day) => entry.kind === 'event' && entry.start.slice(0, 10) <= day,
  series: (entry, wanted) => has(entry, 'series', wanted) || wanted.includes(entry.id),
  relevance: (entry, wanted) => has(entry, 'relevance', wanted),
  certainty: (entry, wanted) => has(entry, 'certainty', wanted),
  statuses: (entry, wanted) => has(entry, 'status', wanted),
} satisfies Tests<Entry>;

/** @param day YYYY-MM-DD, or its year alone; what has none is in no year */
export function isInYears(day: string | undefined, years: NonNullable<Criteria['years']>): boolean {
  const year = Number(day?.slice(0, 4));
  return years.some(({ from, to }) => year >= from && year <= to);
}

/** Tells of an entry and its outline whether they match all that is asked. */
export function matcher(criteria: Criteria): (entry: Entry, outline: Outline) => boolean {
  const fitsOutline = testOf(criteria, OUTLINE_TESTS);
  const fitsEntry = testOf(criteria, ENTRY_TESTS);
  return (entry, outline) => (fitsOutline?.(outline) ?? true) && (fitsEntry?.(entry) ?? true);
}

/** Entries that match all that is asked, in catalogue order. Parses only those that the outline lets through. */
export function select(catalogue: Catalogue, criteria: Criteria): readonly Outline[] {
  const fitsOutline = testOf(criteria, OUTLINE_TESTS);
  const fitsEntry = testOf(criteria, ENTRY_TESTS);
  const outlines = catalogue.outlines(criteria.kinds);
  const rough = fitsOutline ? outlines.filter(fitsOutline) : outlines;
  if (!fitsEntry) return rough;
  return rough.filter((outline) => fitsEntry(catalogue.entry(outline)));
}

/**
 * For an empty answer: how many would match if one criterion were not asked.
 * @param count how many entries match the given criteria
 * @returns those criteria whose absence helps, most helpful first
 */
export function oneLess(
  criteria: Criteria,
  count: (criteria: Criteria) => number,
): { without: Criterion; count: number }[] {
  const asked = Object.keys(criteria).filter(isCriterion);
  return asked
    .map((without) => ({ without, count: count({ ...criteria, [without]: undefined }) }))
    .filter((less) => less.count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Everyone an entry is by: authors, hosts, organiser. */
export function peopleOf(entry: Entry): readonly string[] {
  if ('authors' in entry && entry.authors) return entry.authors;
  if ('hosts' in entry && entry.hosts) return entry.hosts;
  return entry.kind === 'series' && entry.organiser ? [entry.organiser] : [];
}

/** One test of all that is asked; undefined where nothing is, so that a whole list need not be walked. */
function testOf<T>(criteria: Criteria, tests: Tests<T>): ((entry: T) => boolean) | undefined {
  const { author, city } = criteria;
  // Once, and not for each entry.
  const plain = {
    ...criteria,
    author: author && { ...author, name: plainLetters(author.name) },
    city: city && plainLetters(city),
  };
  const asked = Object.keys(tests)
    .filter(isCriterion)
    .flatMap((key) => boundTest(plain, tests, key) ?? []);
  return asked.length === 0 ? undefined : (entry) => asked.every((test) => test(entry));
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties a value of Criteria[K] to the test of K
function boundTest<T, K extends Criterion>(
  criteria: Criteria,
  tests: Tests<T>,
  key: K,
): ((entry: T) => boolean) | undefined {
  const wanted: Criteria[K] = criteria[key];
  const test: Tests<T>[K] = tests[key];
  return wanted === undefined || test === undefined ? undefined : (entry) => test(entry, wanted);
}

function isCriterion(key: string): key is Criterion {
  return Object.hasOwn(OUTLINE_TESTS, key) || Object.hasOwn(ENTRY_TESTS, key);
}

function has(entry: Entry, key: string, wanted: readonly string[]): boolean {
  const value: unknown = Object.hasOwn(entry, key) ? entry[key as keyof Entry] : undefined;
  return typeof value === 'string' && wanted.includes(value);
}

function placeOf(entry: Entry) {
  return entry.kind === 'event' || entry.kind === 'series' ? entry.place : undefined;
}
