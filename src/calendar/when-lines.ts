import type { Zones } from '../time/zone';
import { contentLine } from './content-line';
import { dateValue, localValue, utcValue } from './date-value';
import type { CalendarEntry, Pattern, When } from './entry';

/** The lines that say when: start and end or, of a task, when it is due; the rule of a pattern; what is replaced. */
export function whenLines({ component, when, pattern, replaces }: CalendarEntry, zones: Zones): string[] {
  if (component === 'VTODO') return [dueLine(when, zones)];
  const identity = replaces === undefined ? [] : [timeLine('RECURRENCE-ID', replaces.start, replaces.zone, zones)];
  if ('first' in when) {
    return [
      ...identity,
      contentLine('DTSTART;VALUE=DATE', dateValue(when.first)),
      contentLine('DTEND;VALUE=DATE', dateValue(when.after)), // RFC 5545, 3.6.1: DTEND is exclusive
    ];
  }
  const { start, end, zone } = when;
  return [
    ...identity,
    timeLine('DTSTART', start, zone, zones),
    timeLine('DTEND', end, zone, zones),
    ...(pattern === undefined ? [] : patternLines(pattern, zone, zones)),
  ];
}

/** No DTSTART: a task is there from now on. */
function dueLine(when: When, zones: Zones): string {
  return 'first' in when
    ? contentLine('DUE;VALUE=DATE', dateValue(when.first))
    : timeLine('DUE', when.end, when.zone, zones);
}

function patternLines({ rule, until, except }: Pattern, zone: string | undefined, zones: Zones): string[] {
  return [
    // In UTC, as RFC 5545, 3.3.10 wants it beside a zone. The end of the last day and not its last start: some
    // programs lose that one when clocks have changed since the first.
    contentLine('RRULE', `${rule};UNTIL=${utcValue(until)}`),
    ...[...new Set(except)].sort((a, b) => a - b).map((at) => timeLine('EXDATE', at, zone, zones)),
  ];
}

function timeLine(name: string, instant: number, zone: string | undefined, zones: Zones): string {
  if (zone === undefined) return contentLine(name, utcValue(instant));
  return contentLine(`${name};TZID=${zone}`, localValue(zones.wall(instant, zone)));
}
