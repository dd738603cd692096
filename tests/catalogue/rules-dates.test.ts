import { describe, expect, test } from 'vitest';
import {
  deadlineIsNotAfterEnd,
  endIsNotBeforeStart,
  extensionIsLater,
  noSentinelDates,
  timedNeedsZone,
  timeExists,
  yearFitsDate,
} from '../../src/catalogue/rules-dates';
import type { Rule } from '../../src/catalogue/rule';
import type { Entry, GuideEvent, Milestone, Recurrence } from '../../src/catalogue/schema';
import { skipOf } from '../../src/time/skipped-time';
import { aSeries, anEntry, anEvent, zones } from '../helpers/entries';

const vocabulary = {
  kinds: new Map(),
  stages: new Set<string>(),
  categories: new Set<string>(),
  hasZone: zones.has,
  skipOf: (wall: string, zone: string) => skipOf(wall, zone, zones),
  hasCountry: () => true,
};

/** `path: message` of each finding, in order. */
const found = (rule: Rule, ...entries: readonly Entry[]): string[] =>
  rule(entries, vocabulary).map(({ path, message }) => `${path.join('.')}: ${message}`);

const milestone = (own: Partial<Milestone> = {}): Milestone => ({
  kind: 'cfp',
  label: 'CFP',
  at: '2026-11-30',
  ...own,
});

describe('an event does not end before it starts', () => {
  test.each<[name: string, event: Partial<GuideEvent>, says?: string]>([
    ['no end', { start: '2026-12-08' }],
    ['one day', { start: '2026-12-08', end: '2026-12-08' }],
    ['over the turn of the year', { start: '2026-12-31', end: '2027-01-01' }],
    ['the day before', { start: '2026-12-08', end: '2026-12-07' }, 'end: is before the start, 2026-12-08'],
    ['a year before', { start: '2026-12-08', end: '2025-12-09' }, 'end: is before the start, 2026-12-08'],
    ['one time', { start: '2026-12-08T18:00', end: '2026-12-08T18:00' }],
    [
      'a minute before',
      { start: '2026-12-08T18:00', end: '2026-12-08T17:59' },
      'end: is before the start, 2026-12-08T18:00',
    ],
    ['a time, and that whole day', { start: '2026-12-08T18:00', end: '2026-12-08' }],
    ['a day, and a time on it', { start: '2026-12-08', end: '2026-12-08T12:00' }],
    [
      'a time, and the day before',
      { start: '2026-12-08T18:00', end: '2026-12-07' },
      'end: is before the start, 2026-12-08T18:00',
    ],
    [
      'a day, and a time the day before',
      { start: '2026-12-08', end: '2026-12-07T23:59' },
      'end: is before the start, 2026-12-08',
    ],
  ])('%s', (_, event, says) => {
    expect(found(endIsNotBeforeStart, anEvent(event))).toEqual(says === undefined ? [] : [says]);
  });
});

describe('a deadline is not after the end', () => {
  const event = (start: string, end: string | undefined, ...at: string[]): GuideEvent =>
    anEvent({ start, end, milestones: at.map((day) => milestone({ at: day })) });
  test.each<[name: string, event: GuideEvent, says: readonly string[]]>([
    ['no deadlines', anEvent(), []],
    ['the last day', event('2026-12-08', '2026-12-10', '2026-12-10'), []],
    ['the last minute of the last day', event('2026-12-08', '2026-12-10', '2026-12-10T23:59'), []],
    ['the only day', event('2026-12-08', undefined, '2026-12-08'), []],
    [
      'the day after the only day',
      event('2026-12-08', undefined, '2026-12-09'),
      ['milestones.0.at: is after the end of the event, 2026-12-08'],
    ],
    [
      'two of three',
      event('2026-12-08', '2026-12-10T12:00', '2027-01-01', '2026-11-01', '2026-12-11T00:00'),
      [
        'milestones.0.at: is after the end of the event, 2026-12-10',
        'milestones.2.at: is after the end of the event, 2026-12-10',
      ],
    ],
  ])('%s', (_, entry, says) => {
    expect(found(deadlineIsNotAfterEnd, entry)).toEqual(says);
  });
});

describe('an extension moves a deadline to a later day or time', () => {
  test.each<[was: string | undefined, at: string, isSound: boolean]>([
    [undefined, '2026-11-30', true],
    ['2026-11-29', '2026-11-30', true],
    ['2026-11-30', '2026-11-30', false],
    ['2026-12-01', '2026-11-30', false],
    ['2026-11-30T12:00', '2026-11-30T23:59', true],
    ['2026-11-30T23:59', '2026-11-30T23:59', false],
    ['2026-11-30', '2026-11-30T23:59', false],
    ['2026-11-30', '2026-12-01T00:00', true],
  ])('%s → %s: %s', (was, at, isSound) => {
    const entry = anEvent({ milestones: [milestone(), milestone({ was, at })] });
    expect(found(extensionIsLater, entry)).toEqual(
      isSound ? [] : [`milestones.1.was: is not before the new date, ${at}`],
    );
  });
});

describe('a time of day needs its zone', () => {
  const needs = 'has a time of day, so the event needs a timezone';
  test.each<[name: string, event: Partial<GuideEvent>, says: readonly string[]]>([
    ['days', { start: '2026-12-08', end: '2026-12-09', milestones: [milestone()] }, []],
    ['times with a zone', { start: '2026-12-08T18:00', end: '2026-12-08T19:00', timezone: 'Europe/Berlin' }, []],
    ['start', { start: '2026-12-08T18:00' }, [`start: ${needs}`]],
    ['start and end', { start: '2026-12-08T18:00', end: '2026-12-08T19:00' }, [`start: ${needs}`, `end: ${needs}`]],
    ['only the end', { start: '2026-12-08', end: '2026-12-08T19:00' }, [`end: ${needs}`]],
    [
      "a milestone, even where the event's zone is known",
      { timezone: 'Europe/Berlin', milestones: [milestone(), milestone({ at: '2026-11-30T23:59' })] },
      ['milestones.1.at: has a time of day, so it needs a timezone'],
    ],
    ['a milestone with a zone', { milestones: [milestone({ at: '2026-11-30T23:59', timezone: 'AoE' })] }, []],
  ])('%s', (_, event, says) => {
    expect(found(timedNeedsZone, anEvent(event))).toEqual(says);
  });
});

describe('years in name and address fit the dates', () => {
  const start = '2026-12-30';
  test.each<[name: string, event: Partial<GuideEvent>, says: readonly string[]]>([
    ['no year', { start, name: 'MLOps Day', url: 'https://day.example/' }, []],
    ['the right year', { start, name: 'MLOps Day 2026', url: 'https://day.example/2026' }, []],
    ['the year in which it ends', { start, end: '2027-01-02', name: 'MLOps Day 2027' }, []],
    ['another year', { start, name: 'MLOps Day 2025' }, ['name: says 2025, but the event is in 2026']],
    [
      'another year, over the turn of the year',
      { start, end: '2027-01-02', name: 'MLOps Day 2025' },
      ['name: says 2025, but the event is in 2026, 2027'],
    ],
    [
      'another year in the address',
      { start, url: 'https://day.example/2025/' },
      ['url: says 2025, but the event is in 2026'],
    ],
    [
      'both wrong',
      { start, name: 'Day 2025', url: 'https://day2024.example/' },
      ['name: says 2025, but the event is in 2026', 'url: says 2024, but the event is in 2026'],
    ],
    ['one of two years', { start, name: 'Winter School 2025/2026' }, []],
    ['a year that is part of the name', { start, name: 'Data 2030 Summit 2026', url: 'https://data2030.example/' }, []],
    [
      'a year that is part of the name, and a wrong one in the address',
      { start, name: 'Data 2030 Summit 2026', url: 'https://data2030.example/2025' },
      ['url: says 2025, but the event is in 2026'],
    ],
    [
      'two digits and longer numbers',
      { start, name: "MLOps Day '25, 12025 seats", url: 'https://day.example/25/120250' },
      [],
    ],
    ['years of other centuries', { start, name: 'Since 1999: MLOps Day' }, []],
  ])('%s', (_, event, says) => {
    expect(found(yearFitsDate, anEvent(event))).toEqual(says);
  });

  test('a book may be of any year', () => {
    expect(found(yearFitsDate, anEntry({ kind: 'book', name: 'State of ML 2020', year: 2019 }))).toEqual([]);
  });
});

describe('no sentinel dates', () => {
  const says = (field: string, day = '1970-01-01'): string =>
    `${field}: ${day} stands for "unknown": leave the field out`;
  test.each<[name: string, entry: Entry, says: readonly string[]]>([
    ['real days', anEvent({ start: '1970-01-02', end: '2038-01-18' }), []],
    ['start', anEvent({ start: '1970-01-01' }), [says('start')]],
    ['a time on such a day', anEvent({ start: '1970-01-01T00:00', timezone: 'Europe/Berlin' }), [says('start')]],
    ['end', anEvent({ end: '9999-12-31' }), [says('end', '9999-12-31')]],
    [
      'milestones',
      anEvent({ milestones: [milestone(), milestone({ at: '2099-12-31', was: '1900-01-01' })] }),
      [says('milestones.1.at', '2099-12-31'), says('milestones.1.was', '1900-01-01')],
    ],
    ['added', anEntry({ kind: 'book', added: '1970-01-01' }), [says('added')]],
    [
      'verified',
      anEntry({
        kind: 'book',
        sources: [
          { ref: 'a', verified: '2026-01' },
          { ref: 'b', verified: '1970-01-01' },
        ],
      }),
      [says('sources.1.verified')],
    ],
    [
      'the start of a recurrence',
      aSeries({ recurrence: { rule: 'FREQ=DAILY', start: '2038-01-19', time: '18:00', timezone: 'UTC' } }),
      [says('recurrence.start', '2038-01-19')],
    ],
    ['0001-01-01', anEvent({ start: '0001-01-01' }), [says('start', '0001-01-01')]],
    ['1999-12-31', anEvent({ start: '1999-12-31' }), [says('start', '1999-12-31')]],
  ])('%s', (_, entry, expected) => {
    expect(found(noSentinelDates, entry)).toEqual(expected);
  });
});

test.each([
  ['endIsNotBeforeStart', endIsNotBeforeStart],
  ['deadlineIsNotAfterEnd', deadlineIsNotAfterEnd],
  ['extensionIsLater', extensionIsLater],
  ['timedNeedsZone', timedNeedsZone],
  ['yearFitsDate', yearFitsDate],
])('%s asks nothing of other kinds', (_, rule) => {
  expect(found(rule, aSeries({ name: 'Since 2019' }), anEntry({ kind: 'paper', year: 1995 }))).toEqual([]);
});

describe('a time that clocks skip is none', () => {
  const timezone = 'America/New_York';
  const says = 'there is no 02:30 on 14 Mar 2027 in America/New_York: clocks go from 02:00 to 03:00';
  test.each<[name: string, event: Partial<GuideEvent>, says: string[]]>([
    ['start', { start: '2027-03-14T02:30', timezone }, [`start: ${says}`]],
    ['end', { start: '2027-03-13T18:00', end: '2027-03-14T02:30', timezone }, [`end: ${says}`]],
    [
      'a milestone, now and before',
      {
        start: '2027-03-20',
        milestones: [
          milestone({ at: '2027-03-15T12:00', was: '2027-03-14T02:30', timezone }),
          milestone({ at: '2027-03-14T02:30', timezone }),
        ],
      },
      [`milestones.0.was: ${says}`, `milestones.1.at: ${says}`],
    ],
    [
      'a whole day',
      { start: '2011-12-30T09:00', timezone: 'Pacific/Apia' },
      ['start: there is no 09:00 on 30 Dec 2011 in Pacific/Apia: clocks go from 00:00 to 00:00 on 31 Dec 2011'],
    ],
    ['an hour later', { start: '2027-03-14T03:30', timezone }, []],
    ['shown twice', { start: '2026-11-01T01:30', timezone }, []],
    ['another zone', { start: '2027-03-14T02:30', timezone: 'Europe/Berlin' }, []],
    ['a plain day', { start: '2027-03-14', timezone }, []],
    ['an unknown zone, which has a rule of its own', { start: '2027-03-14T02:30', timezone: 'Mars/Olympus' }, []],
  ])('%s', (_, event, expected) => {
    expect(found(timeExists, anEvent(event))).toEqual(expected);
  });

  test.each<[name: string, recurrence: Partial<Recurrence>, says: string[]]>([
    ['a start with its time', { start: '2027-03-14T02:30' }, [`recurrence.start: ${says}`]],
    ['a start on that day', { start: '2027-03-14' }, [`recurrence.start: ${says}`]],
    ['a later time, which is moved', { start: '2027-03-07' }, []],
    ['no start', {}, []],
  ])('of what recurs: %s', (_, own, expected) => {
    const recurrence = { rule: 'FREQ=WEEKLY;BYDAY=SU', time: '02:30', timezone, ...own };
    expect(found(timeExists, aSeries({ recurrence }))).toEqual(expected);
  });

  test('is taken as it comes where nobody asks', () => {
    const { skipOf: _, ...silent } = vocabulary;
    expect(timeExists([anEvent({ start: '2027-03-14T02:30', timezone })], silent)).toEqual([]);
  });
});
