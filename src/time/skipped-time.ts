import type { Zones } from './zone';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Clocks that are put forward, as walls `YYYY-MM-DDTHH:MM`: times from `from` on are skipped, up to `to`. */
export interface Skip {
  readonly from: string;
  readonly to: string;
}

/**
 * The change of clocks that skips a local time, which so never comes in `zone`; undefined where there is such a time.
 * @param wall a plain day is never skipped: it means the whole day
 * @throws RangeError as `Zones.instant`
 */
export function skipOf(wall: string, zone: string, zones: Zones): Skip | undefined {
  if (clockTime(wall, zone, zones) === wall) return undefined;
  const instant = zones.instant(wall, zone);
  const change = zones
    .transitions(zone, instant - DAY_MS, instant + 1)
    .findLast(({ offset, before }) => offset > before);
  return change && { from: wallAt(change.at, change.before), to: wallAt(change.at, change.offset) };
}

/**
 * What clocks in `zone` show when a stated time has come: the time as it stands, unless they skip it. What is said to
 * equal another zone's time must be this one (RFC 5545, 3.3.5: 02:30 in a gap of an hour is 03:30).
 * @param wall a plain day stays one
 * @throws RangeError as `Zones.instant`
 */
export function clockTime(wall: string, zone: string, zones: Zones): string {
  if (wall.length === 10) return wall;
  const shown = zones.wall(zones.instant(wall, zone), zone);
  return wall.startsWith(shown) ? wall : shown;
}

const wallAt = (instant: number, offset: number): string =>
  new Date(instant + offset * MINUTE_MS).toISOString().slice(0, 16);
