import { addDays, isDay } from '../time/day';

/** A deadline as the catalogue writes it. */
export interface Deadline {
  readonly at: string;
  readonly timezone?: string;
}

/**
 * Reads `2026-12-08 22:59:59` with a zone as ccf-deadlines and ai-deadlines write it: AoE, `UTC+8`, PT, an IANA name. A
 * fixed distance from UTC becomes the same instant in UTC, because Etc/GMT names turn the sign round and are read wrongly.
 * A zone that cannot be read leaves the day alone, as one that is not stated.
 * @returns undefined where there is no day in it: `TBD`
 */
export function deadlineIn(
  text: string,
  zone: string | undefined,
  hasZone: (zone: string) => boolean,
): Deadline | undefined {
  const [, day = '', hour, minute] =
    /^(\d{4}-\d\d-\d\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?)?$/.exec(text.trim()) ?? [];
  if (!isDay(day)) return undefined;
  if (hour === undefined || minute === undefined) return zone === 'AoE' ? { at: day, timezone: 'AoE' } : { at: day };
  const written = zone?.trim() ?? '';
  const named = ZONES.get(written.toUpperCase()) ?? (hasZone(written) ? written : undefined);
  if (named !== undefined) return { at: `${day}T${hour}:${minute}`, timezone: named };
  const [, sign, hours, minutes = '0'] = /^(?:UTC|GMT)\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(written) ?? [];
  if (sign === undefined || Number(hours) > 14) return { at: day };
  const east = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (east === -12 * 60) return { at: `${day}T${hour}:${minute}`, timezone: 'AoE' };
  const inUtc = Number(hour) * 60 + Number(minute) - east;
  const days = Math.floor(inUtc / 1440);
  const rest = inUtc - days * 1440;
  const two = (number: number): string => String(number).padStart(2, '0');
  return { at: `${addDays(day, days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`, timezone: 'UTC' };
}

/** Pacific Time is that of one place, whatever the season; PST and PDT are not, where people write one for the other. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ['AOE', 'AoE'],
  ['UTC', 'UTC'],
  ['GMT', 'UTC'],
  ['UTC+0', 'UTC'],
  ['UTC-0', 'UTC'],
  ['PT', 'America/Los_Angeles'],
]);
