import type { GuideEvent } from '../catalogue/schema';
import { dayAt } from '../time/reader';
import type { Zones } from '../time/zone';
import type { CalendarEntry } from './entry';
import { heldOf, type Recurring } from './series-entry';

/** Starts of occurrences, epoch ms, for which there is an edition: what is known of a day stands above the pattern. */
export interface PlacesTaken {
  /** The edition that takes the place of each. */
  readonly replaced: ReadonlyMap<number, GuideEvent>;
  /**
   * Those that an edition of whole days covers. It stands beside the pattern, because khal shows a time that whole days
   * replace besides them.
   */
  readonly covered: ReadonlySet<number>;
}

/** By the days of the series' own clock; of two editions at a time of one day, the first. */
export function placesTaken(recurring: Recurring, zones: Zones): PlacesTaken {
  const { series, editions } = recurring;
  const zone = series.recurrence?.timezone ?? 'UTC';
  const replaced = new Map<number, GuideEvent>();
  const covered = new Set<number>();
  for (const edition of editions.toSorted((a, b) => (a.start + a.id < b.start + b.id ? -1 : 1))) {
    const { start, end = start, timezone = '' } = edition;
    const isTimed = start.length > 10;
    const first =
      isTimed && zones.has(timezone) ? dayAt(zones.instant(start, timezone), zone, zones) : start.slice(0, 10);
    const last = isTimed ? first : end.slice(0, 10);
    for (const place of heldOf(recurring).held.filter(({ day }) => day >= first && day <= last)) {
      if (!isTimed) covered.add(place.start);
      else if (!replaced.has(place.start)) replaced.set(place.start, edition);
    }
  }
  // Known whole days and a known time of one day: the time is one place of the pattern all the same.
  for (const start of replaced.keys()) covered.delete(start);
  return { replaced, covered };
}

/** The edition as one occurrence of a pattern (RFC 5545, 3.8.4.4), under the pattern's UID. */
export function inPlace(edition: CalendarEntry, { uid, when }: CalendarEntry, start: number): CalendarEntry {
  return { ...edition, uid, replaces: { start, ...('zone' in when && { zone: when.zone }) } };
}

/** The pattern without some more occurrences. */
export function withoutPlaces(entry: CalendarEntry, starts: ReadonlySet<number>): CalendarEntry {
  const { pattern } = entry;
  return pattern === undefined ? entry : { ...entry, pattern: { ...pattern, except: [...pattern.except, ...starts] } };
}
