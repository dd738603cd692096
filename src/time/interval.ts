import type { GuideEvent, Milestone } from '../catalogue/schema';
import { addDays, LAST_DAY, type Day } from './day';
import type { Zones } from './zone';

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const isTimed = (stamp: string): boolean => stamp.length > 10;
const dayOf = (stamp: string): string => stamp.slice(0, 10);
/** A plain day is the whole day. */
export const isAllDay = ({ start }: Readonly<Pick<GuideEvent, 'start'>>): boolean => !isTimed(start);

/** The instant at which a day is over in `zone`, exclusive, epoch ms. */
export function dayEnd(day: Day, zone: string, zones: Zones): number {
  // No day of the calendar follows the last one.
  return day === LAST_DAY ? zones.instant(day, zone) + DAY_MS : zones.instant(addDays(day, 1), zone);
}

/** When something takes place, in epoch ms, `end` exclusive. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/**
 * When an event takes place. A plain day is the whole day at the event's zone, or else at
 * the reader's.
 * @param event days and times as the schema checked them; an `end` before the start gives an empty or inverted interval
 * @throws RangeError for a zone that `zones` does not know
 */
export function eventInterval(
  event: Readonly<Pick<GuideEvent, 'start' | 'end' | 'timezone'>>,
  zones: Zones,
  readerZone: string,
): Interval & { allDay: boolean } {
  const zone = event.timezone ?? readerZone;
  const start = zones.instant(event.start, zone);
  const allDay = isAllDay(event);
  if (event.end === undefined && !allDay) {
    // An hour is no fact of the event: it only keeps one whose end nobody states from being over when it begins.
    return { start, end: start + HOUR_MS, allDay };
  }
  const last = event.end ?? event.start;
  return {
    start,
    end: isTimed(last) && !allDay ? zones.instant(last, zone) : dayEnd(dayOf(last), zone, zones),
    allDay,
  };
}

/**
 * The last instant at which something can be handed in, in epoch ms: a plain day lasts to 23:59:59 at the milestone's zone.
 * @returns null where the organiser states no zone: such a day is never turned into an instant
 * @throws RangeError for a zone that `zones` does not know
 */
export function closesAt({ at, timezone }: Readonly<Pick<Milestone, 'at' | 'timezone'>>, zones: Zones): number | null {
  if (timezone === undefined) return null;
  return isTimed(at) ? zones.instant(at, timezone) : dayEnd(dayOf(at), timezone, zones) - SECOND_MS;
}

/**
 * Whether it is too late at `now`, epoch ms. The whole last second counts as open; without a zone, all the time until
 * that day has ended everywhere, also where a time of day is given.
 */
export function isClosed(milestone: Readonly<Pick<Milestone, 'at' | 'timezone'>>, zones: Zones, now: number): boolean {
  const last = closesAt(milestone, zones) ?? dayEnd(dayOf(milestone.at), 'AoE', zones) - SECOND_MS;
  return now >= last + SECOND_MS;
}
