import type { Zones } from '../time/zone';
import type { CalendarEntry } from './entry';
import { timezoneComponent, type Years } from './vtimezone';

/**
 * Zones that entries name, in order of their names, and the years that need defining: one more on either side than
 * there are times in. Programs ask a definition about days around an event too, and a moved event may cross a new year.
 */
export function yearsNeeded(entries: readonly CalendarEntry[], zones: Zones): ReadonlyMap<string, Years> {
  const needed = new Map<string, Years>();
  for (const { when, pattern, replaces } of entries) {
    const times =
      'first' in when ? [] : [[when.zone, when.start] as const, [when.zone, pattern?.until ?? when.end] as const];
    for (const [zone, at] of [
      ...times,
      ...(replaces === undefined ? [] : [[replaces.zone, replaces.start] as const]),
    ]) {
      if (zone === undefined) continue;
      const year = Number(zones.wall(at, zone).slice(0, 4));
      needed.set(zone, joinYears(needed.get(zone), { first: Math.max(year - 1, 0), last: Math.min(year + 1, 9999) }));
    }
  }
  return new Map([...needed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function joinYears(some: Years | undefined, more: Years): Years {
  if (some === undefined) return more;
  return { first: Math.min(some.first, more.first), last: Math.max(some.last, more.last) };
}

/** One definition for each zone. */
export function zoneComponents(entries: readonly CalendarEntry[], zones: Zones): string[] {
  return [...yearsNeeded(entries, zones)].map(([zone, years]) => timezoneComponent(zone, years, zones));
}
