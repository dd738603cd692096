import type { Outline } from '../catalogue/catalogue';
import type { GuideEvent, Series } from '../catalogue/schema';
import { type Day, daysBetween } from '../time/day';
import { dayEnd } from '../time/interval';
import { OCCURRENCE_MS, withoutEditions, type Occurrence } from '../time/occurrence';
import { patternOccurrences, patternTells } from '../time/pattern';
import { dayAt } from '../time/reader';
import type { Zones } from '../time/zone';
import type { Coming, Moment } from './upcoming';

/** A time that nobody has announced, but which the rule of a series lets expect: `event` only has the form of one. */
export interface Expected extends Omit<Coming, 'state'> {
  readonly state: 'expected';
  readonly pattern: Series;
  /** This time and the later ones within what was asked, worked out when they are asked for. */
  times(): readonly Occurrence[];
}

/** What `upcoming` shows. */
export type Ahead = (Coming & { readonly pattern?: undefined }) | Expected;

/** `occurrences` of src/time: handed in, because it brings a library along. */
export type FindOccurrences = (series: Series, zones: Zones, from: number, to: number) => readonly Occurrence[];

/** When something can start that is not over yet, epoch ms: from the first day on, up to the last one, where the reader is. */
export function startsWithin(
  { now, zone, zones }: Moment,
  first: Day | undefined,
  last: Day | undefined,
): { from: number; to: number } {
  return {
    // What is under way has started within the hour.
    from: Math.max(now - OCCURRENCE_MS + 1, first === undefined ? -Infinity : zones.instant(first, zone)),
    to: last === undefined ? Infinity : dayEnd(last, zone, zones),
  };
}

/**
 * When a series is expected by its rule, one time after the other.
 * @param outline of the series; its pattern is asked before `find`
 * @param find may be missing where the pattern can tell
 * @param editions what the catalogue knows of the series: an edition stands in for the pattern on its days
 */
export function* expectedTimes(
  series: Series,
  { pattern }: Outline,
  { from, to }: { readonly from: number; readonly to: number },
  zones: Zones,
  find: FindOccurrences | undefined,
  editions: readonly GuideEvent[],
): Generator<Occurrence> {
  const isHeld = (occurrence: Occurrence): boolean => withoutEditions([occurrence], series, editions, zones).length > 0;
  let rest = from;
  if (pattern && patternTells(pattern, from)) {
    for (const occurrence of patternOccurrences(pattern, series.recurrence?.time ?? '', from, to)) {
      if (isHeld(occurrence)) yield occurrence;
      rest = occurrence.start + 1;
    }
    if (patternTells(pattern, to)) return;
  }
  // What comes after the pattern: whoever asks for the next time alone mostly has it by now.
  yield* (find?.(series, zones, rest, to) ?? []).filter(isHeld);
}

/** Can the pattern tell, without the rule, what comes from `from` on: the first of it, or all of it up to `to`? */
export function isWorkedOut({ pattern }: Outline, from: number, to = from): boolean {
  return pattern !== undefined && patternTells(pattern, from) && patternTells(pattern, to);
}

/**
 * An expected time in the form of an event: as an edition of its series would stand there.
 * @param start on the clock of the series, `YYYY-MM-DDTHH:MM`
 */
export function asEdition(series: Series, start: string): GuideEvent {
  const { recurrence, status: _, organiser: __, cadence: ___, since: ____, ...common } = series;
  return {
    ...common,
    kind: 'event',
    series: series.id,
    start,
    timezone: recurrence?.timezone,
    certainty: 'estimated',
    status: 'scheduled',
  };
}

/**
 * The expected time as a row among those that are dated.
 * @param times see `Expected`
 */
export function asComing(
  series: Series,
  { wall, start, end }: Occurrence,
  { now, zone, zones }: Moment,
  times: Expected['times'],
): Expected {
  return {
    event: asEdition(series, wall),
    pattern: series,
    times,
    state: 'expected',
    allDay: false,
    startsInDays: daysBetween(dayAt(now, zone, zones), dayAt(start, zone, zones)),
    nextDeadline: null,
    nextCall: null,
    starts: start,
    ends: end,
  };
}
