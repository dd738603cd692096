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

/** An instant where the reader is, its zone named: `10 Dec 18:00 CET`; with the year where it is not this one. */
export function instantText(instant: number, { now, zone, zones }: Moment): string {
  const [day = '', time = ''] = zones.wall(instant, zone).split('T');
  const thisYear = Number(zones.wall(now, zone).slice(0, 4));
  return `${dayRange(day, day, thisYear)} ${time} ${zoneText(instant, zone, zones)}`;
}

/** Short name of a zone at an instant: `CET`, or `UTC+4` where it has no letters. */
export function zoneText(instant: number, zone: string, zones: Moment['zones']): string {
  const name = zones.abbreviation(zone, instant);
  if (name !== undefined) return name;
  const minutes = zones.offset(zone, instant);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** Is a day so near that its year goes without saying, though it may not be this one? */
export function isNearDay(day: Day, { now, zone, zones }: Moment): boolean {
  return Math.abs(daysBetween(dayAt(now, zone, zones), day)) <= YEAR_GOES_WITHOUT_SAYING;
}
