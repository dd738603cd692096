import ICAL from 'ical.js';
import type { BusyTime } from '../time/busy-time';
import { daysBetween, isDay } from '../time/day';
import { dayEnd, type Interval } from '../time/interval';
import { dayAt } from '../time/reader';
import { addSpan, backwards } from '../time/span';
import type { Zones } from '../time/zone';
import { fileClocks, type Clock, type FileClocks } from './file-clocks';
import { MORE_THAN_ONE, piecesOf } from './pieces';
import { repeats } from './repeats';

/** Something of no stated length still takes a moment: it meets what goes on then. */
const MOMENT_MS = 60_000;
/** The farthest clocks are 26 hours apart. */
const FARTHEST = { days: 2 };
/** Characters of a line that a message repeats. */
const MOST_QUOTED = 60;

export interface BusyFile {
  readonly busy: readonly BusyTime[];
  /** What had to be guessed or left out, one sentence each. */
  readonly doubts: readonly string[];
}

/**
 * What a calendar file (RFC 5545) calls taken within `windows`: events that repeat are followed through their rules,
 * exceptions and edited occurrences. Not taken is what is cancelled or transparent (3.8.1.11, 3.8.2.7).
 * @param zone of the reader: that of floating times, and of days
 * @throws RangeError with words that follow the name of the file, when it is no calendar or cannot be read
 */
export function readBusyTimes(text: string, windows: readonly Interval[], zone: string, zones: Zones): BusyFile {
  const calendars = parse(text.replace(/^\uFEFF/, ''));
  const doubts = new Set<string>();
  const busy: BusyTime[] = [];
  for (const calendar of calendars) {
    const clocks = fileClocks(calendar, zones, zone, (doubt) => doubts.add(doubt));
    for (const events of groupedByUid(calendar.getAllSubcomponents('vevent'))) {
      try {
        const reading = { clocks, windows, zone, zones, doubt: (words: string) => doubts.add(words) };
        for (const time of timesOf(events, reading)) busy.push(time);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        doubts.add(`"${titleOf(events[0])}" is left out: ${why}`);
      }
    }
  }
  const near = busy.filter(({ interval }) =>
    windows.some(({ start, end }) => interval.start < end && interval.end > start),
  );
  // Some programs write an event twice.
  const once = new Map(near.map((time) => [`${time.interval.start} ${time.interval.end} ${time.title}`, time]));
  return { busy: [...once.values()], doubts: [...doubts] };
}

function parse(text: string): ICAL.Component[] {
  const parsed = parsedText(text);
  const list: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
  const calendars = (typeof list[0] === 'string' ? [list] : list)
    .filter((part): part is unknown[] => Array.isArray(part))
    .map((part) => new ICAL.Component(part))
    .filter(({ name }) => name === 'vcalendar');
  if (calendars.length === 0) throw new RangeError('is no calendar');
  return calendars;
}

/** @throws RangeError as above: what the library says is for programmers */
function parsedText(text: string): unknown {
  try {
    return ICAL.parse(text);
  } catch (cause) {
    throw new RangeError(outerFault(text) ?? lineFault(cause), { cause });
  }
}

/** What is wrong with the calendar as a whole, in the words that `--merge` has for it. */
function outerFault(text: string): string | undefined {
  try {
    piecesOf(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message === MORE_THAN_ONE ? undefined : error.message;
  }
}

function lineFault(cause: unknown): string {
  const [, line] = /^invalid line \(.*?\) "([^]*)"$/.exec(cause instanceof Error ? cause.message : '') ?? [];
  return line === undefined
    ? 'is damaged and cannot be read'
    : `is damaged: "${line.slice(0, MOST_QUOTED)}" is no line of a calendar`;
}

/** An event and its edited occurrences share a UID; those without one stand alone. */
function groupedByUid(events: readonly ICAL.Component[]): ICAL.Component[][] {
  const groups = new Map<string, ICAL.Component[]>();
  for (const [at, event] of events.entries()) {
    const uid = uidOf(event) || `\n${at}`;
    const group = groups.get(uid);
    if (group) group.push(event);
    else groups.set(uid, [event]);
  }
  return [...groups.values()];
}

interface Reading {
  readonly clocks: FileClocks;
  readonly windows: readonly Interval[];
  readonly zone: string;
  readonly zones: Zones;
  doubt(text: string): void;
}

function timesOf(group: readonly ICAL.Component[], reading: Reading): BusyTime[] {
  const edited = group.filter((event) => event.hasProperty('recurrence-id'));
  const instead = new Set(edited.flatMap((event) => keysOf(event, 'recurrence-id', reading.clocks)));
  return [
    ...group
      .filter((event) => !edited.includes(event) && isTaken(event))
      .flatMap((event) => eventTimes(event, instead, reading)),
    ...edited.filter(isTaken).flatMap((event) => eventTimes(event, new Set(), reading)),
  ];
}

function isTaken(event: ICAL.Component): boolean {
  const value = (name: string): string => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
  return (
    value('status') !== 'CANCELLED' &&
    value('transp') !== 'TRANSPARENT' &&
    value('x-microsoft-cdo-busystatus') !== 'FREE'
  );
}

/** All times of one event but those in `instead`, which are edited elsewhere. */
function eventTimes(event: ICAL.Component, instead: ReadonlySet<string>, reading: Reading): BusyTime[] {
  const { clocks, windows, zones, zone } = reading;
  const start = event.getFirstProperty('dtstart');
  if (!start) throw new RangeError('it has no start');
  const first = localText(start);
  const clock = clockOf(start, clocks);
  const length = lengthOf(event, first, clock, reading);
  const near = windows.map((window) => ({
    from: addSpan(dayAt(window.start - length, 'UTC', zones), backwards(FARTHEST)),
    to: addSpan(dayAt(window.end, 'UTC', zones), FARTHEST),
  }));
  const left = new Set([...instead, ...keysOf(event, 'exdate', clocks)]);
  const rules = event.getAllProperties('rrule').map((rule) => rule.getFirstValue());
  const extra = event.getAllProperties('rdate').flatMap((date) => localTexts(date).map((text) => moved(text, date, clock, clocks))); // prettier-ignore
  const all = new Set([first, ...extra]);
  for (const rule of rules) {
    if (!(rule instanceof ICAL.Recur)) continue;
    for (const days of near) repeats(rule, first, clock, days).forEach((wall) => all.add(wall));
  }
  const title = titleOf(event);
  const uid = uidOf(event);
  return [...all]
    .filter((wall) => near.some(({ from, to }) => wall.slice(0, 10) >= from && wall.slice(0, 10) <= to))
    .filter((wall) => !left.has(wall.slice(0, 10)) && !left.has(String(clock.instant(asTime(wall)))))
    .map((wall) => {
      if (wall.length > 10) {
        const instant = clock.instant(wall);
        return { title, uid, interval: { start: instant, end: instant + length } };
      }
      const days = { first: wall, last: addSpan(wall, { days: Math.max(1, Math.round(length / 86_400_000)) - 1 }) };
      const interval = { start: zones.instant(days.first, zone), end: dayEnd(days.last, zone, zones) };
      return { title, uid, interval, days };
    });
}

/** How long it takes, in ms: by DTEND or DURATION; else a day, or of a time a moment (RFC 5545, 3.6.1). */
function lengthOf(event: ICAL.Component, first: string, clock: Clock, { clocks, doubt }: Reading): number {
  const least = first.length === 10 ? 86_400_000 : MOMENT_MS;
  const end = event.getFirstProperty('dtend');
  const duration = event.getFirstPropertyValue('duration');
  let length = 0;
  if (end) {
    const last = localText(end);
    const isDays = first.length === 10;
    length = isDays
      ? daysBetween(first, last.slice(0, 10)) * 86_400_000
      : clockOf(end, clocks).instant(asTime(last)) - clock.instant(first);
  } else if (duration instanceof ICAL.Duration) {
    length = duration.toSeconds() * 1000;
  }
  if (length < 0) doubt(`"${titleOf(event)}" ends before it begins: its end is not heeded`);
  return Math.max(length, least);
}

/** Occurrences that dates of a property name: their instants, or their days where only days are given. */
function keysOf(event: ICAL.Component, name: string, clocks: FileClocks): string[] {
  return event.getAllProperties(name).flatMap(
    (property) =>
    localTexts(property).map((text) => (text.length === 10 ? text : String(clockOf(property, clocks, text).instant(text.slice(0, 19))))), // prettier-ignore
  );
}

/** A further date as a local time of the clock that the event runs by. */
function moved(text: string, property: ICAL.Property, clock: Clock, clocks: FileClocks): string {
  if (text.length === 10) return text;
  const own = clockOf(property, clocks, text);
  return own === clock ? text.slice(0, 19) : clock.wall(own.instant(text.slice(0, 19)));
}

function clockOf(property: ICAL.Property, clocks: FileClocks, text = localTexts(property)[0] ?? ''): Clock {
  if (text.endsWith('Z')) return clocks.utc;
  const tzid = property.getParameter('tzid');
  return typeof tzid === 'string' && tzid !== '' ? clocks.named(tzid) : clocks.reader;
}

/** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`, without a Z. */
function localText(property: ICAL.Property): string {
  return (localTexts(property)[0] ?? '').replace('Z', '');
}

/**
 * The same for a list, each with its Z where it has one; of a period its start. As the file has them (jCal, RFC 7265):
 * the library would turn 31 November into 1 December. A day that lacks its VALUE=DATE comes out as `2026-12-08T::`.
 * @throws RangeError for what is no date
 */
function localTexts(property: ICAL.Property): string[] {
  const parts: unknown = property.toJSON();
  const values: readonly unknown[] = Array.isArray(parts) ? parts.slice(3) : [];
  return values.map((value) => {
    const [text = ''] = String(value).replace(/T::$/, '').split(/[/,]/);
    const isStamp = /^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ?)?$/.test(text) && isDay(text.slice(0, 10));
    if (!isStamp) throw new RangeError(`"${text}" is no date`);
    return text;
  });
}

const asTime = (text: string): string => (text.length === 10 ? `${text}T00:00:00` : text);
const uidOf = (event: ICAL.Component): string => String(event.getFirstPropertyValue('uid') ?? '');
const titleOf = (event: ICAL.Component | undefined): string =>
  String(event?.getFirstPropertyValue('summary') ?? '') || 'untitled';
