import { heldOf, type Recurring } from '../calendar/series-entry';
import type { Catalogue } from '../catalogue/catalogue';
import { outlineOf } from '../catalogue/outline';
import type { Entry, GuideEvent, Series } from '../catalogue/schema';
import type { Context } from '../context';
import { asEdition } from '../query/expected';
import { matcher, type Criteria } from '../query/select';
import { asSeen, type Coming, type Moment } from '../query/upcoming';
import { text, type RawOptions } from '../raw-options';
import { dayEnd } from '../time/interval';
import { dayAt } from '../time/reader';
import { addSpan, backwards } from '../time/span';
import { spanOf } from './criteria';
import { eventsOf, hasPattern, seriesOf, type RecurringFinder } from './recurring-finder';

/** What an export is about. */
export interface Selection {
  readonly rows: readonly Coming[];
  /** Series with a rule and something to come. */
  readonly series: readonly Series[];
  /** Those not named of which a rule lets expect something, too, but outside the days that patterns are written for. */
  unwritten(): readonly Series[];
}

/** What some criteria leave: of what was named, a series standing for its pattern and its editions, or of all there is. */
export type Find = (criteria: Criteria, named: readonly Entry[] | undefined) => Selection;

/** @throws UsageError when `--past` is no span */
export function finderFor(
  ctx: Context,
  catalogue: Catalogue,
  options: RawOptions,
  { recurringOf, isExpected }: RecurringFinder,
): Find {
  const { now, zone, zones } = ctx.moment;
  const past = text(options, 'past');
  const back = past === undefined ? undefined : addSpan(dayAt(now, zone, zones), backwards(spanOf('past', past)));
  const events = eventsOf(catalogue);
  return ({ from, to, years, ...criteria }, named) => {
    // What is named is wanted though it is over, unless a first day or a stretch ahead was asked for.
    const isAnyTime = named !== undefined && from === undefined;
    // A first day that was asked for takes the place of now, be it past or future.
    const first = options.from === undefined ? undefined : from;
    const fits = matcher({ ...criteria, to, years });
    const rows = (named ? eventsNamed(events, named) : events)
      .filter((event) => fits(event, outlineOf(event)))
      .map((event) => asSeen(event, ctx.moment))
      .filter(({ ends, event }) => {
        const last = (event.end ?? event.start).slice(0, 10);
        if (first !== undefined) return last >= first;
        return isAnyTime || ends > now || (back !== undefined && last >= back);
      });
    if (options['no-recurring'] === true) return { rows, series: [], unwritten: () => [] };
    // A pattern is asked what its times are asked elsewhere, of which it has no one day.
    const fitsPattern = matcher(criteria);
    const begins = first === undefined ? now : zones.instant(first, zone);
    const windows = yearsAsWindows(years, ctx.moment).map((year) => ({
      begins: Math.max(year.begins, isAnyTime ? -Infinity : begins),
      ends: Math.min(year.ends, to === undefined ? Infinity : dayEnd(to, zone, zones)),
    }));
    const isAsked = windows.some(({ begins: first, ends }) => first > -Infinity || ends < Infinity);
    const recurring = (named?.filter((entry) => entry.kind === 'series') ?? seriesOf(catalogue)).filter(
      (one) => hasPattern(one) && fitsPattern(asEdition(one, ''), outlineOf(one)),
    );
    const series = recurring.filter((one) => !isAsked || windows.some((window) => isHeld(recurringOf(one), window)));
    const unwritten = (): Series[] =>
      recurring.filter(
        (one) =>
          !named && !series.includes(one) && windows.some((window) => isExpected(one, window.begins, window.ends)),
      );
    return { rows, series, unwritten };
  };
}

/** A stretch of time, epoch ms, `ends` exclusive. */
interface Window {
  readonly begins: number;
  readonly ends: number;
}

/** Years where the reader is; all of time where none is asked for. A pattern has no day of its own that is in one. */
function yearsAsWindows(years: Criteria['years'], { zone, zones }: Moment): Window[] {
  const newYear = (year: number): number => zones.instant(`${String(year).padStart(4, '0')}-01-01`, zone);
  return (years ?? [{ from: 0, to: 9999 }]).map(({ from, to }) => ({
    begins: from === 0 ? -Infinity : newYear(from),
    ends: to === 9999 ? Infinity : newYear(to + 1),
  }));
}

/** In the order of the names. */
function eventsNamed(events: readonly GuideEvent[], named: readonly Entry[]): GuideEvent[] {
  return [...new Set(named.flatMap(({ id }) => events.filter((event) => event.id === id || event.series === id)))];
}

/** Does a series take place in that time? */
function isHeld(recurring: Recurring, { begins, ends }: Window): boolean {
  return heldOf(recurring).held.some(({ start }) => start >= begins && start < ends);
}
