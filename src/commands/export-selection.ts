import { heldOf, type Recurring } from '../calendar/series-entry';
import type { Catalogue } from '../catalogue/catalogue';
import { outlineOf } from '../catalogue/outline';
import type { Entry, GuideEvent, Series } from '../catalogue/schema';
import type { Context } from '../context';
import { matcher, type Criteria } from '../query/select';
import { asSeen, type Coming } from '../query/upcoming';
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
  return ({ from, to, ...criteria }, named) => {
    // What is named is wanted though it is over, unless a first day or a stretch ahead was asked for.
    const isAnyTime = named !== undefined && from === undefined;
    // A first day that was asked for takes the place of now, be it past or future.
    const first = options.from === undefined ? undefined : from;
    const fits = matcher({ ...criteria, to });
    const rows = (named ? eventsNamed(events, named) : events)
      .filter((event) => fits(event, outlineOf(event)))
      .map((event) => asSeen(event, ctx.moment))
      .filter(({ ends, event }) => {
        const last = (event.end ?? event.start).slice(0, 10);
        if (first !== undefined) return last >= first;
        return isAnyTime || ends > now || (back !== undefined && last >= back);
      });
    if (options['no-recurring'] === true) return { rows, series: [], unwritten: () => [] };
    const fitsPattern = matcher(criteria);
    const begins = first === undefined ? now : zones.instant(first, zone);
    const within = {
      begins: isAnyTime ? -Infinity : begins,
      ends: to === undefined ? Infinity : dayEnd(to, zone, zones),
    };
    const recurring = (named?.filter((entry) => entry.kind === 'series') ?? seriesOf(catalogue)).filter(
      (one) => hasPattern(one) && fitsPattern(one, outlineOf(one)),
    );
    const series = recurring.filter((one) => (isAnyTime && to === undefined) || isHeld(recurringOf(one), within));
    const unwritten = (): Series[] =>
      recurring.filter((one) => !named && !series.includes(one) && isExpected(one, within.begins, within.ends));
    return { rows, series, unwritten };
  };
}

/** In the order of the names. */
function eventsNamed(events: readonly GuideEvent[], named: readonly Entry[]): GuideEvent[] {
  return [...new Set(named.flatMap(({ id }) => events.filter((event) => event.id === id || event.series === id)))];
}

/** Does a series take place in that time, epoch ms, `ends` exclusive? */
function isHeld(recurring: Recurring, { begins, ends }: { readonly begins: number; readonly ends: number }): boolean {
  return heldOf(recurring).held.some(({ start }) => start >= begins && start < ends);
}
