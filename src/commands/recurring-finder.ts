import { heldOf, type Recurring } from '../calendar/series-entry';
import type { Catalogue } from '../catalogue/catalogue';
import type { GuideEvent, Series } from '../catalogue/schema';
import type { Day } from '../time/day';
import { dayEnd } from '../time/interval';
import { occurrencesBy, withoutEditions, type ExpandRule, type Occurrence } from '../time/occurrence';
import { isSteady, steadyDays } from '../time/steady-days';
import type { Zones } from '../time/zone';

/** @param series one that `hasPattern` */
export type RecurringOf = (series: Series) => Recurring;

export interface RecurringFinder {
  readonly recurringOf: RecurringOf;
  /** Does the rule let expect a time from `from` on and before `to`, epoch ms, whether the calendar writes it or not? */
  isExpected(series: Series, from: number, to: number): boolean;
}

/**
 * What the calendar writes of a series: its pattern from the day on which it came into the catalogue, which never
 * moves, to the end of the second year after the catalogue's. Neither depends on the clock, and a rule that its organiser
 * has given up does not stay in a calendar for ever. Each is worked out once, because that takes a while.
 */
export async function recurringFinder(catalogue: Catalogue, zones: Zones): Promise<RecurringFinder> {
  const isTold = seriesOf(catalogue).every(({ recurrence }) => recurrence === undefined || isSteady(recurrence));
  // The library for rules takes as long to read and ask as all the rest of an export.
  const library = isTold ? undefined : (await import('./from-files')).ruleDays;
  const expand: ExpandRule = (...question) => steadyDays(...question) ?? library?.(...question) ?? [];
  const known = new Map<string, Recurring>();
  return {
    recurringOf: (series) => {
      const found = known.get(series.id) ?? recurringOf(series, catalogue, zones, expand);
      known.set(series.id, found);
      return found;
    },
    isExpected: (series, from, to) =>
      withoutEditions(occurrencesBy(expand, series, zones, from, to), series, editionsOf(series, catalogue), zones)
        .length > 0,
  };
}

function recurringOf(series: Series, catalogue: Catalogue, zones: Zones, expand: ExpandRule): Recurring {
  if (series.recurrence === undefined) throw new RangeError(`${series.id} has no rule`);
  const { exceptions: _, ...rule } = series.recurrence;
  const zone = rule.timezone;
  const horizon = horizonOf(catalogue);
  const found = occurrencesBy(
    expand,
    { ...series, recurrence: rule },
    zones,
    zones.instant(series.added, zone),
    dayEnd(horizon, zone, zones),
  );
  const hasEnd = /;(COUNT|UNTIL)=/.test(rule.rule);
  return {
    series,
    occurrences: found,
    until: (hasEnd ? found.at(-1)?.day : undefined) ?? horizon,
    editions: editionsOf(series, catalogue),
  };
}

/**
 * The time of a pattern that `upcoming` has, too: the first from `from` on, epoch ms, for which there is no edition. The last
 * of all where none is left.
 * @returns undefined where the pattern has no time that takes place
 */
export function nextOf(recurring: Recurring, zones: Zones, from: number): Occurrence | undefined {
  const { held } = heldOf(recurring);
  const ahead = held.filter(({ start }) => start >= from);
  return withoutEditions(ahead, recurring.series, recurring.editions, zones)[0] ?? held.at(-1);
}

function editionsOf({ id }: Series, catalogue: Catalogue): GuideEvent[] {
  return eventsOf(catalogue).filter((event) => event.series === id);
}

/** The last day that patterns are written for. */
export function horizonOf({ date }: Catalogue): Day {
  return `${Number(date.slice(0, 4)) + 2}-12-31`;
}

/** Does its organiser state a rule, and does it still stand? */
export function hasPattern({ recurrence, status }: Series): boolean {
  return recurrence !== undefined && status !== 'ended';
}

export function eventsOf(catalogue: Catalogue): GuideEvent[] {
  return catalogue.entries(['event']).filter((entry) => entry.kind === 'event');
}

export function seriesOf(catalogue: Catalogue): Series[] {
  return catalogue.entries(['series']).filter((entry) => entry.kind === 'series');
}
