import type { Rule } from './rule';
import type { Entry, GuideEvent } from './schema';

const isEvent = (entry: Entry): entry is GuideEvent => entry.kind === 'event';
const dayOf = (stamp: string): string => stamp.slice(0, 10);
const isTimed = (stamp: string): boolean => stamp.length > 10;

/** Same form: text order. A day and a time of day: compared as days. */
function isBefore(a: string, b: string): boolean {
  return isTimed(a) === isTimed(b) ? a < b : dayOf(a) < dayOf(b);
}

export const endIsNotBeforeStart: Rule = (entries) =>
  entries
    .filter(isEvent)
    .flatMap((entry) =>
      entry.end !== undefined && isBefore(entry.end, entry.start)
        ? [{ entry, path: ['end'], message: `is before the start, ${entry.start}` }]
        : [],
    );

/** Nothing can be handed in for an event that is over. */
export const deadlineIsNotAfterEnd: Rule = (entries) =>
  entries.filter(isEvent).flatMap((entry) =>
    (entry.milestones ?? []).flatMap(({ at }, index) => {
      const end = entry.end ?? entry.start;
      return dayOf(at) > dayOf(end)
        ? [{ entry, path: ['milestones', index, 'at'], message: `is after the end of the event, ${dayOf(end)}` }]
        : [];
    }),
  );

/** An extension moves a deadline to a later day. */
export const extensionIsLater: Rule = (entries) =>
  entries
    .filter(isEvent)
    .flatMap((entry) =>
      (entry.milestones ?? []).flatMap(({ at, was }, index) =>
        was !== undefined && !isBefore(was, at)
          ? [{ entry, path: ['milestones', index, 'was'], message: `is not before the new date, ${at}` }]
          : [],
      ),
    );

/** A time of day means nothing without its zone. */
export const timedNeedsZone: Rule = (entries) =>
  entries
    .filter(isEvent)
    .flatMap((entry) => [
      ...(['start', 'end'] as const).flatMap((field) =>
        isTimed(entry[field] ?? '') && entry.timezone === undefined
          ? [{ entry, path: [field], message: 'has a time of day, so the event needs a timezone' }]
          : [],
      ),
      ...(entry.milestones ?? []).flatMap(({ at, timezone }, index) =>
        isTimed(at) && timezone === undefined
          ? [{ entry, path: ['milestones', index, 'at'], message: 'has a time of day, so it needs a timezone' }]
          : [],
      ),
    ]);

/**
 * Years in an edition's name or address are those of its dates; `27` in a path is not looked at. A number that stands
 * in the name beside the right year is part of the name: the Data 2030 Summit of 2025.
 */
export const yearFitsDate: Rule = (entries) =>
  entries.filter(isEvent).flatMap((entry) => {
    const held = new Set([entry.start.slice(0, 4), (entry.end ?? entry.start).slice(0, 4)]);
    const named = yearsIn(entry.name);
    const fits = (years: readonly string[]): boolean => years.length === 0 || years.some((year) => held.has(year));
    const ofTheName = new Set(fits(named) ? named : []);
    const addressed = yearsIn(entry.url ?? '').filter((year) => held.has(year) || !ofTheName.has(year));
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
    entry.sources.forEach(({ verified }, index) => dates.push([['sources', index, 'verified'], verified]));
    if (isEvent(entry)) {
      dates.push([['start'], entry.start], [['end'], entry.end]);
      entry.milestones?.forEach(({ at, was }, index) =>
        dates.push([['milestones', index, 'at'], at], [['milestones', index, 'was'], was]),
      );
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
  yearFitsDate,
  noSentinelDates,
];
