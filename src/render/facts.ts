import type { Entry } from '../catalogue/schema';
import type { Moment } from '../query/upcoming';
import { daysBetween, type Day } from '../time/day';
import { dayAt } from '../time/reader';
import { dayRange } from '../time/words';

/** Up to so many days away a day and a month say which year is meant. */
const YEAR_GOES_WITHOUT_SAYING = 300;

/** `Berlin, DE`, `online`, `Valencia, ES + online`; empty where nothing is known. */
export function placeText(entry: Extract<Entry, { kind: 'event' | 'series' }>): string {
  const { place, mode } = entry;
  const where = [place?.city ?? place?.region ?? place?.venue, place?.country].filter(Boolean).join(', ');
  if (mode === 'online') return 'online';
  if (mode === 'hybrid') return where ? `${where} + online` : 'hybrid';
  return where;
}

/** A day, or a day and a time, without its weekday: `10 Dec 2026 18:00`; a year that is given is left out. */
export function stampText(stamp: string, year?: number): string {
  const day = stamp.slice(0, 10);
  return `${dayRange(day, day, year)} ${stamp.slice(11)}`.trimEnd();
}

/** An instant where the reader is, its zone named: `10 Dec 18:00 CET`; with the year where it is not this one. */
export function instantText(instant: number, { now, zone, zones }: Moment): string {
  const thisYear = Number(zones.wall(now, zone).slice(0, 4));
  return `${stampText(zones.wall(instant, zone), thisYear)} ${zoneText(instant, zone, zones)}`;
}

/** Short name of a zone at an instant: `CET`, or `UTC+4` where it has no letters. */
export function zoneText(instant: number, zone: string, zones: Moment['zones']): string {
  const name = zones.abbreviation(zone, instant);
  if (name !== undefined) return name;
  const minutes = zones.offset(zone, instant);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** A zone at an instant by both its names: `CET (Europe/Berlin)`; by one where the other says nothing more: `UTC`, `AoE`. */
export function zoneInFull(instant: number, zone: string, zones: Moment['zones']): string {
  const name = zoneText(instant, zone, zones);
  return name === zone || name === 'UTC' ? name : `${name} (${zone})`;
}

/** Do clocks in both zones show the same at an instant, under the same name? Then one is as good as the other. */
export function isSameClock(instant: number, a: string, b: string, zones: Moment['zones']): boolean {
  if (a === b) return true;
  return (
    zones.offset(a, instant) === zones.offset(b, instant) && zoneText(instant, a, zones) === zoneText(instant, b, zones)
  );
}

/** Is a day so near that its year goes without saying, though it may not be this one? */
export function isNearDay(day: Day, { now, zone, zones }: Moment): boolean {
  return Math.abs(daysBetween(dayAt(now, zone, zones), day)) <= YEAR_GOES_WITHOUT_SAYING;
}
