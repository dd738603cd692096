import { isDay } from '../time/day';
import type { Zones } from '../time/zone';
import { propertyOf, type Piece } from './pieces';

/** Whether an entry in a file is surely over at `now`, epoch ms: everywhere, and the last of its occurrences too. */
export function isOver(piece: Piece, now: number, zones: Zones): boolean {
  const rule = propertyOf(piece, 'RRULE');
  if (rule !== undefined) {
    const [, until] = /(?:^|;)UNTIL=([^;]+)/i.exec(rule.value) ?? [];
    return until !== undefined && instantOf(until, '', zones) <= now;
  }
  const end = ['DTEND', 'DUE', 'DTSTART'].map((name) => propertyOf(piece, name)).find((line) => line !== undefined);
  return end !== undefined && instantOf(end.value.trim(), end.parameters, zones) <= now;
}

/** A date, or a time whose zone is not known, is where it is latest on Earth; what is no date is never over. */
function instantOf(value: string, parameters: string, zones: Zones): number {
  const [, y, m, d, hour = '00', minute = '00', utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/.exec(value) ?? [];
  const day = `${y}-${m}-${d}`;
  if (!isDay(day) || hour > '23' || minute > '59') return Infinity;
  const [, named = ''] = /;TZID="?([^";:]+)/i.exec(parameters) ?? [];
  return zones.instant(`${day}T${hour}:${minute}`, utc ? 'UTC' : zones.has(named) ? named : 'AoE');
}
