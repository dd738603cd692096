import { dayEnd } from '../time/interval';
import type { Transition, Zones } from '../time/zone';
import { component, contentLine, textLine } from './content-line';
import { localValue, utcWall } from './date-value';

const MINUTE_MS = 60_000;

/** By the clocks of a zone, both included; 0 to 9999. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/**
 * What a zone's clocks do from 1 January of one year to the end of another, in single changes and not as yearly rules: a
 * law that changes in between, as in Vancouver in 2026, is then told as it is.
 * @param zone a name that `zones` knows and calendars do too, so not `AoE`
 * @param years times outside them get no right answer from the component
 * @see RFC 5545, 3.6.5
 */
export function timezoneComponent(zone: string, years: Years, zones: Zones): string {
  const from = zones.instant(`${yearText(years.first)}-01-01`, zone);
  const to = dayEnd(`${yearText(years.last)}-12-31`, zone, zones);
  const offset = zones.offset(zone, from);
  const latest = zones.transitions(zone, -Infinity, from + 1).at(-1);
  // Not a change, but the state that the first year begins in.
  const first: Transition = {
    at: from,
    offset,
    before: offset,
    abbreviation: latest?.abbreviation ?? zones.abbreviation(zone, from) ?? offsetValue(offset),
    isDst: latest?.isDst,
  };
  const changes = zones.transitions(zone, from + 1, to);
  return component('VTIMEZONE', [contentLine('TZID', zone), ...[first, ...changes].map(observance)]);
}

function observance({ at, offset, before, abbreviation, isDst }: Transition): string {
  return component(isDst === true ? 'DAYLIGHT' : 'STANDARD', [
    // 3.6.5: the onset is told by the clock as it still stood before it.
    contentLine('DTSTART', localValue(utcWall(at + before * MINUTE_MS))),
    contentLine('TZOFFSETFROM', offsetValue(before)),
    contentLine('TZOFFSETTO', offsetValue(offset)),
    textLine('TZNAME', abbreviation),
  ]);
}

/** UTC-OFFSET of RFC 5545, 3.3.14: `-0330`; never `-0000`. */
function offsetValue(minutesEast: number): string {
  const size = Math.abs(minutesEast);
  const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join('');
  return `${minutesEast < 0 ? '-' : '+'}${digits}`;
}

const yearText = (year: number): string => String(year).padStart(4, '0');
