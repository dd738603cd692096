import { canonicalUrl } from '../catalogue/canonical-url';
import type { GuideEvent, Place } from '../catalogue/schema';
import { fold } from '../query/select';
import { daysBetween } from '../time/day';
import { nameKey, withoutYear } from './known-series';
import type { Reading } from './reading';

/** What tells two editions apart. */
export interface Identity {
  readonly series: string | undefined;
  readonly url: string | undefined;
  readonly name: string;
  readonly city: string | undefined;
  readonly years: readonly number[];
  readonly firstDay: string;
  /** Does its series have several editions a year, as meetups do? */
  readonly isFrequent: boolean;
}

export function identityOfEvent(event: GuideEvent): Identity {
  const { series, url, name, place, start, end, type } = event;
  return {
    series,
    url,
    name: nameKey(name, place?.city),
    city: cityKey(place),
    years: yearsOf(start, end),
    firstDay: start.slice(0, 10),
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
    url,
    name: nameKey(name, place?.city),
    city: cityKey(place),
    years: [...new Set([year, ...yearsOf(start, end)])],
    firstDay: start.slice(0, 10),
    isFrequent: series !== undefined && FREQUENT.has(series.type),
  };
}

const FREQUENT: ReadonlySet<string> = new Set(['meetup', 'webinar', 'seminar', 'cohort']);
/** Days by which two lists may differ about one edition, when nothing but its days tells it from another. */
const CLOSE_DAYS = 3;
/** Days by which an edition may be moved within its year, when place or page say that it is the same. */
const FAR_DAYS = 200;

/**
 * Which of some editions another is: by series (or page), year and place, never by name alone.
 * - One series or one page, one year, and not two different cities: the same, where that fits one edition only. Where it
 *   fits several (two a year in one city, a meetup a month), the page itself or the days must agree.
 * - Two different cities of one series and year are two editions, unless they begin within three days of one another.
 * - Without a common series or page: the same name on the same first day, and not two different cities.
 */
export function sameEdition<T extends Identity>(wanted: Identity, among: readonly T[]): T | undefined {
  const ofYear = among.filter(({ years }) => years.some((year) => wanted.years.includes(year)));
  const family = ofYear.filter((other) => isFamily(wanted, other));
  const here = family.filter((other) => placesAgree(wanted, other));
  const near = (limit: number, others: readonly T[]): T | undefined => {
    const sorted = others
      .map((other) => ({ other, days: Math.abs(daysBetween(wanted.firstDay, other.firstDay)) }))
      .filter(({ days }) => days <= limit)
      .sort((a, b) => a.days - b.days);
    return sorted[0]?.other;
  };
  const [only] = here;
  if (only && here.length === 1 && !only.isFrequent && !wanted.isFrequent) return near(FAR_DAYS, here);
  return (
    near(wanted.isFrequent ? 0 : CLOSE_DAYS, here) ??
    (wanted.isFrequent
      ? undefined
      : near(
          FAR_DAYS,
          here.filter((other) => samePage(wanted, other)),
        )) ??
    (wanted.isFrequent ? undefined : near(CLOSE_DAYS, family)) ??
    near(
      0,
      ofYear.filter((other) => other.name === wanted.name && other.name !== '' && placesAgree(wanted, other)),
    )
  );
}

function isFamily(a: Identity, b: Identity): boolean {
  if (a.series !== undefined && a.series === b.series) return true;
  if (a.series !== undefined && b.series !== undefined) return false;
  return a.url !== undefined && b.url !== undefined && withoutYear(a.url) === withoutYear(b.url);
}

const samePage = (a: Identity, b: Identity): boolean =>
  a.url !== undefined && b.url !== undefined && canonicalUrl(a.url) === canonicalUrl(b.url);

const placesAgree = (a: Identity, b: Identity): boolean =>
  a.city === undefined || b.city === undefined || a.city === b.city;

/** `San José, CA` and `San Jose` are one city, and so are a city's two names. */
export function cityKey(place: Place | undefined): string | undefined {
  if (place?.city === undefined) return undefined;
  const plain = fold(place.city)
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
