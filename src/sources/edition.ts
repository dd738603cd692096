import { canonicalUrl } from '../catalogue/canonical-url';
import type { GuideEvent, Place } from '../catalogue/schema';
import { plainLetters } from '../search/plain-letters';
import { nameKey, withoutYear } from './known-series';
import { daysBetween } from '../time/day';
import type { Reading } from './reading';

/** What tells two editions apart. */
export interface Identity {
  readonly series: string | undefined;
  /** Its page as it is compared, and the same without the year. */
  readonly page: string | undefined;
  readonly site: string | undefined;
  readonly name: string;
  readonly city: string | undefined;
  readonly years: readonly number[];
  /** Days since a day of no importance. */
  readonly firstDay: number;
  /** Does its series have several editions a year, as meetups do? */
  readonly isFrequent: boolean;
}

export function identityOfEvent(event: GuideEvent): Identity {
  const { series, url, name, place, start, end, type } = event;
  return {
    series,
    ...pagesOf(url),
    name: nameKey(name, place?.city),
    city: cityKey(place),
    years: yearsOf(start, end),
    firstDay: daysBetween('2000-01-01', start.slice(0, 10)),
    isFrequent: FREQUENT.has(type),
  };
}

export function identityOfReading(
  reading: Reading,
  series: { readonly id: string; readonly type: string } | undefined,
): Identity {
  const { url, name, place, start, end, year } = reading;
  return {
    series: series?.id,
    ...pagesOf(url),
    name: nameKey(name, place?.city),
    city: cityKey(place),
    years: [...new Set([year, ...yearsOf(start, end)])],
    firstDay: daysBetween('2000-01-01', start.slice(0, 10)),
    isFrequent: series !== undefined && FREQUENT.has(series.type),
  };
}

function pagesOf(url: string | undefined): Pick<Identity, 'page' | 'site'> {
  if (url === undefined) return { page: undefined, site: undefined };
  return { page: canonicalUrl(url), site: withoutYear(url) || undefined };
}

const FREQUENT: ReadonlySet<string> = new Set(['meetup', 'webinar', 'seminar', 'cohort']);

/** `San José, CA` and `San Jose` are one city, and so are a city's two names. */
export function cityKey(place: Place | undefined): string | undefined {
  if (place?.city === undefined) return undefined;
  const plain = plainLetters(place.city)
    .replace(/,.*$/, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return CITY_NAMES.get(plain) ?? (plain || undefined);
}

/** Other names of cities as lists write them. */
const CITY_NAMES: ReadonlyMap<string, string> = new Map([
  ['bangalore', 'bengaluru'],
  ['bombay', 'mumbai'],
  ['new york city', 'new york'],
  ['nyc', 'new york'],
  ['washington dc', 'washington'],
  ['frankfurt', 'frankfurt am main'],
  ['koln', 'cologne'],
  ['munchen', 'munich'],
  ['wien', 'vienna'],
  ['macau', 'macao'],
  ['jeju island', 'jeju'],
]);

function yearsOf(start: string, end: string | undefined): number[] {
  return [...new Set([start, end ?? start].map((day) => Number(day.slice(0, 4))))];
}
