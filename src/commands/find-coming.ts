import type { Catalogue, Outline } from '../catalogue/catalogue';
import type { GuideEvent } from '../catalogue/schema';
import type { Context } from '../context';
import {
  asComing,
  expectedTimes,
  isWorkedOut,
  startsWithin,
  type Ahead,
  type FindOccurrences,
} from '../query/expected';
import { isInYears, matcher, type Criteria } from '../query/select';
import { aheadByText, upcomingEvents } from '../query/upcoming';
import type { RawOptions } from '../raw-options';
import type { Day } from '../time/day';
import type { Occurrence } from '../time/occurrence';

/** No day is later than those of this year. */
const LAST_YEAR = 9999;

/**
 * Looks for what is on and ahead up to a day, where the reader is: first what is dated, as `upcomingEvents` orders it,
 * then the next time of each series that is only expected. Those come last because a dozen weekly calls would
 * otherwise push every conference off the first page.
 * @param asked all that is asked; what is left out of it later is asked again
 * @param to the last day of which all expected times will be asked, not the first alone
 */
export async function comingFinder(
  { moment }: Context,
  catalogue: Catalogue,
  options: RawOptions,
  asked: Criteria,
  to?: Day,
): Promise<(criteria: Criteria, lastDay?: Day) => Ahead[]> {
  const recurring =
    options['no-recurring'] === true ? [] : catalogue.outlines(['series']).filter(({ recurs }) => recurs);
  // `--within` begins with today, but what is still on somewhere is not over because the reader's day has changed.
  const isFrom = options.from !== undefined;
  const windowOf = ({ from, years }: Criteria, lastDay: Day | undefined): ReturnType<typeof startsWithin> =>
    startsWithin(
      moment,
      later(isFrom ? from : undefined, years && evesOf(years)[0]),
      lastDay ?? (years && endOf(years)),
    );
  const anyYear = windowOf({ ...asked, years: undefined }, to);
  // The last of the years that are asked for: what recurs may have no time in those before.
  const last = startsWithin(moment, later(isFrom ? asked.from : undefined, evesOf(asked.years ?? []).at(-1)), to);
  const find = await occurrenceFinder(recurring, anyYear.from, to === undefined ? last.from : last.to);

  return (criteria, lastDay) => {
    const fits = matcher({ ...criteria, to: undefined, from: isFrom ? criteria.from : undefined });
    const near = catalogue.outlines(['event']).filter(aheadByText(moment, lastDay));
    const editions: GuideEvent[] = [];
    const found = new Map<GuideEvent, Outline>();
    for (const outline of near) {
      const entry = catalogue.entry(outline);
      if (entry.kind !== 'event') continue;
      editions.push(entry);
      if (fits(entry, outline)) found.set(entry, outline);
    }
    const dated = upcomingEvents([...found.keys()], moment, lastDay, (event) => found.get(event));
    // The window holds their days, where the reader is and not where the series is.
    const fitsSeries = matcher({ ...criteria, to: undefined, from: undefined });
    const window = windowOf(criteria, lastDay);
    const expected = recurring.flatMap((outline) => {
      const series = catalogue.entry(outline);
      if (series.kind !== 'series') return [];
      const times = function* (): Generator<Occurrence> {
        for (const time of expectedTimes(series, outline, window, moment.zones, find, editions))
          if (!criteria.years || isInYears(time.day, criteria.years)) yield time;
      };
      const next = times().next();
      if (next.done) return [];
      const coming = asComing(series, next.value, moment, () => [...times()]);
      return fitsSeries(coming.event, onDay(outline, next.value.day)) ? [coming] : [];
    });
    return [...dated, ...expected.sort((a, b) => a.starts - b.starts || (a.event.id < b.event.id ? -1 : 1))];
  };
}

/** The later day of those that are given. */
const later = (a: Day | undefined, b: Day | undefined): Day | undefined => (!a || (b && b > a) ? b : a);

type Years = NonNullable<Criteria['years']>;

/** The days before these stretches of years, which have begun somewhere by then, the earliest first; none where one has no beginning. */
function evesOf(years: Years): Day[] {
  const firsts = years.map(({ from }) => from).sort((a, b) => a - b);
  return firsts.some((first) => first <= 0) ? [] : firsts.map((first) => dayOf(first - 1, '12-31'));
}

/** A day by which these years are over everywhere; undefined where they have no end. */
function endOf(years: Years): Day | undefined {
  const last = Math.max(...years.map(({ to }) => to));
  return last < LAST_YEAR ? dayOf(last + 1, '01-02') : undefined;
}

const dayOf = (year: number, rest: string): Day => `${String(year).padStart(4, '0')}-${rest}`;

/** The outline of a series as that of an event on a day; most questions ask nothing of it. */
function onDay(outline: Outline, day: Day): Outline {
  return {
    kind: outline.kind,
    get id() {
      return outline.id;
    },
    get name() {
      return outline.name;
    },
    get url() {
      return outline.url;
    },
    get topics() {
      return outline.topics;
    },
    when: day,
  };
}

/**
 * The library for rules is read only where the build has not worked out what is next from `from` on, and what comes up to
 * `to`; both epoch ms.
 */
export async function occurrenceFinder(
  recurring: readonly Outline[],
  from: number,
  to = from,
): Promise<FindOccurrences | undefined> {
  return recurring.every((outline) => isWorkedOut(outline, from, to))
    ? undefined
    : (await import('./from-files')).occurrences;
}
