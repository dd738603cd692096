import type { Identity } from './edition';

/** Editions among which another is looked for. */
export interface Editions<T extends Identity> {
  readonly all: readonly T[];
  add(edition: T): void;
  /** The edition that another is. */
  find(wanted: Identity): T | undefined;
}

/** Finds by series, page and name of one year: nobody compares each with each. */
export function createEditions<T extends Identity>(first: readonly T[]): Editions<T> {
  const all: T[] = [];
  const places = new Map<string, number[]>();
  const add = (edition: T): void => {
    for (const key of keysOf(edition)) {
      const known = places.get(key);
      if (known) known.push(all.length);
      else places.set(key, [all.length]);
    }
    all.push(edition);
  };
  first.forEach(add);
  return {
    all,
    add,
    find(wanted) {
      const found = new Set(keysOf(wanted).flatMap((key) => places.get(key) ?? []));
      // In the order in which they came: where two fit as well, the first is it.
      const among = [...found].sort((a, b) => a - b).flatMap((at) => all[at] ?? []);
      return sameEdition(wanted, among);
    },
  };
}

function keysOf({ series, site, name, years }: Identity): string[] {
  return years.flatMap((year) => [
    ...(series === undefined ? [] : [`series ${year} ${series}`]),
    ...(site === undefined ? [] : [`site ${year} ${site}`]),
    ...(name === '' ? [] : [`name ${year} ${name}`]),
  ]);
}

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
function sameEdition<T extends Identity>(wanted: Identity, among: readonly T[]): T | undefined {
  const family = among.filter((other) => isFamily(wanted, other));
  const here = family.filter((other) => placesAgree(wanted, other));
  const near = (limit: number, others: readonly T[]): T | undefined => {
    let best: T | undefined;
    let least = limit + 1;
    for (const other of others) {
      const days = Math.abs(wanted.firstDay - other.firstDay);
      if (days < least) [best, least] = [other, days];
    }
    return best;
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
      among.filter((other) => other.name === wanted.name && other.name !== '' && placesAgree(wanted, other)),
    )
  );
}

function isFamily(a: Identity, b: Identity): boolean {
  if (a.series !== undefined && a.series === b.series) return true;
  if (a.series !== undefined && b.series !== undefined) return false;
  return a.site !== undefined && a.site === b.site;
}

const samePage = (a: Identity, b: Identity): boolean => a.page !== undefined && a.page === b.page;

const placesAgree = (a: Identity, b: Identity): boolean =>
  a.city === undefined || b.city === undefined || a.city === b.city;
