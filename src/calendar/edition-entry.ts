import type { GuideEvent } from '../catalogue/schema';
import { sequenceOf } from '../catalogue/sequence';
import { addDays } from '../time/day';
import { eventInterval } from '../time/interval';
import type { Zones } from '../time/zone';
import type { CalendarEntry, When } from './entry';
import { changedDay, evidenceText, geoOf, locationText, milestoneText, stateOf } from './entry-text';
import { editionUid } from './uid';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * An edition as a line of the calendar.
 * @throws RangeError when its time cannot be told: a zone that is unknown or missing
 */
export function editionEntry(event: GuideEvent, zones: Zones): CalendarEntry {
  const isAllDay = event.start.length === 10;
  const { when, isEndKnown } = isAllDay ? { when: days(event), isEndKnown: true } : times(event, zones);
  return {
    component: 'VEVENT',
    uid: editionUid(event.id),
    when,
    state: stateOf(event),
    // Its milestones are in its description, so it changes with each of them.
    sequence: [event, ...(event.milestones ?? [])].reduce((sum, one) => sum + sequenceOf(one), 0),
    changed: changedDay(event),
    topics: event.topics,
    summary: event.name,
    isTransparent: isAllDay, // three days of a conference must not block a reader's calendar
    location: locationText(event),
    geo: geoOf(event.place),
    url: event.url,
    description: [
      event.summary,
      ...(event.note === undefined ? [] : [event.note]),
      ...(isEndKnown ? [] : ['The end is not stated: shown as one hour.']),
      ...(event.milestones ?? []).map((milestone) => milestoneText(milestone, zones)),
      ...evidenceText(event, event.url),
    ],
    alarmsFrom: 'START',
  };
}

/** The days are the venue's, as written, in every zone. */
function days({ start, end = start }: GuideEvent): When {
  const last = end.slice(0, 10);
  return { first: start, after: addDays(last < start ? start : last, 1) };
}

function times(event: GuideEvent, zones: Zones): { when: When; isEndKnown: boolean } {
  const zone = event.timezone;
  if (zone === undefined) throw new RangeError('has a time of day but no timezone');
  const { start, end } = eventInterval(event, zones, zone);
  const isEndKnown = event.end !== undefined && end > start;
  // An hour where no end is stated: without one, most programs show no length at all.
  const span = { start, end: isEndKnown ? end : start + HOUR_MS };
  return { when: isToldBy(zone, span, zones) ? { ...span, zone } : span, isEndKnown };
}

/**
 * Whether every program reads these times alike by the zone's name. Of `AoE` they know none, of Etc/GMT+12 some take the
 * sign the wrong way round, and of an hour that clocks show twice some take the first and some the second: near a change
 * of clocks, as for those zones, times go out in UTC.
 */
function isToldBy(zone: string, { start, end }: { start: number; end: number }, zones: Zones): boolean {
  if (!zone.includes('/') || zone.startsWith('Etc/')) return false;
  const isNearChange = (instant: number): boolean =>
    zones.transitions(zone, instant - DAY_MS, instant + DAY_MS).some(({ offset, before }) => offset !== before);
  return ![start, end].some(isNearChange);
}
