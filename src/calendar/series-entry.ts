import type { GuideEvent, Series } from '../catalogue/schema';
import { sequenceOf } from '../catalogue/sequence';
import type { Day } from '../time/day';
import { dayEnd } from '../time/interval';
import type { Occurrence } from '../time/occurrence';
import type { Zones } from '../time/zone';
import type { CalendarEntry, Pattern } from './entry';
import { changedDay, evidenceText, geoOf, locationText } from './entry-text';
import { seriesUid } from './uid';

/** A series and what its rule says of a stretch of time. */
export interface Recurring {
  readonly series: Series;
  /** All that the rule names from the first day that is to be written, in order: also those that the organiser takes back. */
  readonly occurrences: readonly Occurrence[];
  /** Last day that the pattern is written for. */
  readonly until: Day;
  /** All editions of the series: each takes the place of the occurrences on its days. */
  readonly editions: readonly GuideEvent[];
}

/** The occurrences that are to take place, and those that are not. */
export function heldOf({ series, occurrences }: Recurring): { held: Occurrence[]; dropped: Occurrence[] } {
  const exceptions = new Set(series.recurrence?.exceptions);
  return {
    held: occurrences.filter(({ day }) => !exceptions.has(day)),
    dropped: occurrences.filter(({ day }) => exceptions.has(day)),
  };
}

/**
 * A series that recurs as one line of the calendar, a pattern: expected, and no promise for any one day.
 * @throws RangeError when it cannot be told: no occurrence, or a zone that calendars do not know by its name
 */
export function seriesEntry(recurring: Recurring, zones: Zones): CalendarEntry {
  const { series, until } = recurring;
  const { held, dropped } = heldOf(recurring);
  const [first] = held;
  const { recurrence } = series;
  if (recurrence === undefined || first === undefined) throw new RangeError('has no occurrence to write');
  const { timezone } = recurrence;
  const { start, end } = first;
  // Only what the rule names: ical.js loses its place in a list with others.
  const except = dropped.filter((one) => one.start > start).map((one) => one.start);
  const zone = timezone === 'UTC' ? {} : { zone: named(timezone) };
  return {
    component: 'VEVENT',
    uid: seriesUid(series.id),
    when: { start, end, ...zone },
    pattern: { rule: endless(recurrence.rule), until: dayEnd(until, timezone, zones) - 1000, except },
    state: 'expected',
    sequence: sequenceOf(series),
    changed: changedDay(series),
    topics: series.topics,
    summary: series.name,
    isTransparent: true, // a calendar full of what may not take place is no use for finding free hours
    location: locationText(series),
    geo: geoOf(series.place),
    url: series.url,
    description: [
      series.summary,
      `Expected, not confirmed: the organiser states a rule (${series.cadence ?? recurrence.rule}). Check before you go.`,
      `Written up to ${until}. The end is not stated: shown as one hour.`,
      ...(series.note === undefined ? [] : [series.note]),
      ...evidenceText(series, series.url),
    ],
    alarmsFrom: 'START',
  };
}

/** A fixed offset under another name cannot recur by it, and in UTC its days may be others. */
function named(zone: string): string {
  if (zone.includes('/') && !zone.startsWith('Etc/')) return zone;
  throw new RangeError(`recurs by ${zone}, which calendars do not know`);
}

/** The rule without its end, which is written from its last occurrence: not every program counts alike. */
function endless(rule: string): Pattern['rule'] {
  return rule
    .split(';')
    .filter((part) => !/^(COUNT|UNTIL)=/.test(part))
    .join(';');
}
