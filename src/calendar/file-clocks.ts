import ICAL from 'ical.js';
import type { Zones } from '../time/zone';
import { zoneNamed } from '../time/zone-names';

/** How local times of one zone become instants and back; wall times as `YYYY-MM-DDTHH:MM:SS`. */
export interface Clock {
  instant(wall: string): number;
  wall(instant: number): string;
}

/** Clocks for the zones that a calendar file speaks of, each made once. */
export interface FileClocks {
  readonly reader: Clock;
  readonly utc: Clock;
  named(tzid: string): Clock;
}

/**
 * A zone is looked up by its name in our own rules; else the file's own VTIMEZONE is believed; else it is the reader's.
 * @param doubt told once of each name that leads nowhere
 */
export function fileClocks(
  calendar: ICAL.Component,
  zones: Zones,
  readerZone: string,
  doubt: (text: string) => void,
): FileClocks {
  const known = new Map<string, Clock>();
  const reader = zoneClock(readerZone, zones);
  const make = (tzid: string): Clock => {
    const zone = zoneNamed(tzid, zones);
    if (zone !== undefined) return zoneClock(zone, zones);
    const own = calendar
      .getAllSubcomponents('vtimezone')
      .find((part) => String(part.getFirstPropertyValue('tzid') ?? '') === tzid);
    const location = zoneNamed(String(own?.getFirstPropertyValue('x-lic-location') ?? ''), zones);
    if (location !== undefined) return zoneClock(location, zones);
    if (own && own.getAllSubcomponents().length > 0) return ownClock(own);
    doubt(`time zone "${tzid}" is not known: read as ${readerZone}`);
    return reader;
  };
  return {
    reader,
    utc: zoneClock('UTC', zones),
    named(tzid) {
      const clock = known.get(tzid) ?? make(tzid);
      known.set(tzid, clock);
      return clock;
    },
  };
}

function zoneClock(zone: string, zones: Zones): Clock {
  return { instant: (wall) => zones.instant(wall, zone), wall: (instant) => `${zones.wall(instant, zone)}:00` };
}

/** By a VTIMEZONE of the file. */
function ownClock(part: ICAL.Component): Clock {
  const zone = new ICAL.Timezone(part);
  return {
    instant(wall) {
      const time = ICAL.Time.fromDateTimeString(wall);
      time.zone = zone;
      return time.toUnixTime() * 1000;
    },
    wall(instant) {
      const utc = ICAL.Time.fromDateTimeString(new Date(instant).toISOString().slice(0, 19));
      utc.zone = ICAL.Timezone.utcTimezone;
      return utc.convertToZone(zone).toString().slice(0, 19);
    },
  };
}
