import type { Skip } from '../time/skipped-time';
import { dayRange } from '../time/words';
import { nothingFaulty, type Known, type KnownEntry, type Rule } from './rule';
import type { GuideEvent } from './schema';

type KnownEvent = Extract<KnownEntry, { kind: 'event' }>;
type KnownMilestone = Known<NonNullable<GuideEvent['milestones']>[number]>;

const isEvent = (entry: KnownEntry): entry is KnownEvent => entry.kind === 'event';
const dayOf = (stamp: string): string => stamp.slice(0, 10);
const isTimed = (stamp: string): boolean => stamp.length > 10;

/** Those of which something is known, each with its place in the list. */
function milestonesOf({ milestones }: KnownEvent): readonly (readonly [KnownMilestone, index: number])[] {
  return (milestones ?? []).flatMap((milestone, index) => (milestone ? [[milestone, index] as const] : []));
}

/** Same form: text order. A day and a time of day: compared as days. */
function isBefore(a: string, b: string): boolean {
  return isTimed(a) === isTimed(b) ? a < b : dayOf(a) < dayOf(b);
}

export const endIsNotBeforeStart: Rule = (entries) =>
  entries
    .filter(isEvent)
    .flatMap((entry) =>
      entry.end !== undefined && entry.start !== undefined && isBefore(entry.end, entry.start)
        ? [{ entry, path: ['end'], message: `is before the start, ${entry.start}` }]
        : [],
    );

/** Nothing can be handed in for an event that is over. */
export const deadlineIsNotAfterEnd: Rule = (entries, _, isFaulty = nothingFaulty) =>
  entries.filter(isEvent).flatMap((entry) => {
    const end = isFaulty(entry, 'end') ? undefined : (entry.end ?? entry.start);
    if (end === undefined) return [];
    return milestonesOf(entry).flatMap(([{ at }, index]) =>
      at !== undefined && dayOf(at) > dayOf(end)
        ? [{ entry, path: ['milestones', index, 'at'], message: `is after the end of the event, ${dayOf(end)}` }]
        : [],
    );
  });

/** An extension moves a deadline to a later day. */
export const extensionIsLater: Rule = (entries) =>
  entries
    .filter(isEvent)
    .flatMap((entry) =>
      milestonesOf(entry).flatMap(([{ at, was }, index]) =>
        was !== undefined && at !== undefined && !isBefore(was, at)
          ? [{ entry, path: ['milestones', index, 'was'], message: `is not before the new date, ${at}` }]
          : [],
      ),
    );

/** A time of day means nothing without its zone. */
export const timedNeedsZone: Rule = (entries, _, isFaulty = nothingFaulty) =>
  entries.filter(isEvent).flatMap((entry) => {
    const lacksZone = entry.timezone === undefined && !isFaulty(entry, 'timezone');
    return [
      ...(['start', 'end'] as const).flatMap((field) =>
        isTimed(entry[field] ?? '') && lacksZone
          ? [{ entry, path: [field], message: 'has a time of day, so the event needs a timezone' }]
          : [],
      ),
      ...milestonesOf(entry).flatMap(([{ at = '', timezone }, index]) =>
        isTimed(at) && timezone === undefined && !isFaulty(entry, 'milestones', index, 'timezone')
          ? [{ entry, path: ['milestones', index, 'at'], message: 'has a time of day, so it needs a timezone' }]
          : [],
      ),
    ];
  });

/** A time that clocks skip as they are put forward never comes: what the organiser says must be something else. */
export const timeExists: Rule = (entries, { hasZone, skipOf }) =>
  entries.flatMap((entry) =>
    stampsOf(entry).flatMap(([path, stamp, zone]) => {
      if (stamp === undefined || !isTimed(stamp) || zone === undefined || !hasZone(zone)) return [];
      const skip = skipOf?.(stamp, zone);
      return skip ? [{ entry, path, message: skipText(stamp, zone, skip) }] : [];
    }),
  );

type Stamp = readonly [path: (string | number)[], stamp: string | undefined, zone: string | undefined];

/** Of what recurs, the first time alone: a later one that clocks skip is moved, which its rule foresees. */
function stampsOf(entry: KnownEntry): readonly Stamp[] {
  if (entry.kind === 'series') {
    const { start, time, timezone } = entry.recurrence ?? {};
    const first = start && !isTimed(start) && time ? `${start}T${time}` : start;
    return [[['recurrence', 'start'], first, timezone]];
  }
  if (!isEvent(entry)) return [];
  const { start, end, timezone } = entry;
  return [
    [['start'], start, timezone],
    [['end'], end, timezone],
    ...milestonesOf(entry).flatMap(([{ at, was, timezone: zone }, index]): Stamp[] => [
      [['milestones', index, 'at'], at, zone],
      [['milestones', index, 'was'], was, zone],
    ]),
  ];
}

/** `there is no 02:30 on 14 Mar 2027 in America/New_York: clocks go from 02:00 to 03:00`. */
function skipText(stamp: string, zone: string, { from, to }: Skip): string {
  const day = dayOf(stamp);
  const clock = (wall: string): string =>
    dayOf(wall) === day ? wall.slice(11) : `${wall.slice(11)} on ${dayRange(dayOf(wall), dayOf(wall))}`;
  return `there is no ${stamp.slice(11)} on ${dayRange(day, day)} in ${zone}: clocks go from ${clock(from)} to ${clock(to)}`;
}

/**
 * Years in an edition's name or address are those of its dates; `27` in a path is not looked at. A number that stands
 * in the name beside the right year is part of the name: the Data 2030 Summit of 2025.
 */
export const yearFitsDate: Rule = (entries, _, isFaulty = nothingFaulty) =>
  entries.filter(isEvent).flatMap((entry) => {
    if (entry.start === undefined || isFaulty(entry, 'end')) return [];
    const held = new Set([entry.start.slice(0, 4), (entry.end ?? entry.start).slice(0, 4)]);
    const named = yearsIn(entry.name ?? '');
    const fits = (years: readonly string[]): boolean => years.length === 0 || years.some((year) => held.has(year));
    const ofTheName = new Set(fits(named) ? named : []);
    // A number in the address may be part of a name that is not known.
    const url = isFaulty(entry, 'name') ? '' : (entry.url ?? '');
    const addressed = yearsIn(url).filter((year) => held.has(year) || !ofTheName.has(year));
    const wrong = [
      ['name', named],
      ['url', addressed],
    ] as const;
    return wrong
      .filter(([, years]) => !fits(years))
      .map(([field, years]) => ({
        entry,
        path: [field],
        message: `says ${years.join(', ')}, but the event is in ${[...held].join(', ')}`,
      }));
  });

const yearsIn = (text: string): string[] => text.match(/(?<!\d)20\d\d(?!\d)/g) ?? [];

/** Days that programs write when they mean "unknown". */
const SENTINELS = new Set([
  '0001-01-01',
  '1900-01-01',
  '1970-01-01',
  '1999-12-31',
  '2038-01-19',
  '2099-12-31',
  '9999-12-31',
]);

export const noSentinelDates: Rule = (entries) =>
  entries.flatMap((entry) => {
    const dates: [(string | number)[], string | undefined][] = [[['added'], entry.added]];
    entry.sources?.forEach((source, index) => dates.push([['sources', index, 'verified'], source?.verified]));
    if (isEvent(entry)) {
      dates.push([['start'], entry.start], [['end'], entry.end]);
      for (const [{ at, was }, index] of milestonesOf(entry)) {
        dates.push([['milestones', index, 'at'], at], [['milestones', index, 'was'], was]);
      }
    }
    if (entry.kind === 'series') dates.push([['recurrence', 'start'], entry.recurrence?.start]);
    return dates.flatMap(([path, date]) =>
      date !== undefined && SENTINELS.has(dayOf(date))
        ? [{ entry, path, message: `${dayOf(date)} stands for "unknown": leave the field out` }]
        : [],
    );
  });

export const DATE_RULES: readonly Rule[] = [
  endIsNotBeforeStart,
  deadlineIsNotAfterEnd,
  extensionIsLater,
  timedNeedsZone,
  timeExists,
  yearFitsDate,
  noSentinelDates,
];
