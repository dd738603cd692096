import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { GuideEvent } from '../../src/catalogue/schema';
import { calendarOf, anEvent, AOE, entries, lines, NO_ZONE, unfolded, zones } from './an-event';
import { samples } from './samples';
import { anEdition, aSeries, recurring, THURSDAYS } from './series-samples';

describe('the file is, byte for byte, the one that was looked through', () => {
  const series = aSeries({ ...THURSDAYS, exceptions: ['2027-03-04'] });
  const edition = anEdition({ status: 'cancelled', sequence: 1 });
  test.each([
    { file: 'calendar.ics', own: { name: 'MLOps, soon' } },
    { file: 'tasks.ics', own: { what: 'deadlines', deadlinesAs: 'VTODO', alarms: [{ days: 7 }] } as const },
    { file: 'series.ics', own: { what: 'events', recurring: [recurring(series, '2027-06-30', [edition])] } as const },
  ])('$file', ({ file, own }) => {
    const frozen = readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8');
    expect(calendarOf(file === 'series.ics' ? [] : samples, own).text).toBe(frozen);
  });
});

test('the order of the input changes nothing, and neither does a second run', () => {
  const { text } = calendarOf(samples);
  expect(calendarOf(samples.toReversed()).text).toBe(text);
  expect(calendarOf(structuredClone(samples)).text).toBe(text);
});

test.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'])(
  'on a machine in %s it is the same',
  (zone) => {
    const { text } = calendarOf(samples);
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      const offset = 0 - new Date(1_800_000_000_000).getTimezoneOffset();
      expect(offset).toBe(zones.offset(zone, 1_800_000_000_000)); // the machine really is there
      expect(calendarOf(samples).text).toBe(text);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  },
);

describe('times', () => {
  test.each<{ name: string; own: Partial<GuideEvent>; when: string[] }>([
    {
      name: 'one day',
      own: {},
      when: ['DTSTART;VALUE=DATE:20270310', 'DTEND;VALUE=DATE:20270311'],
    },
    {
      name: 'days, over the end of a year',
      own: { start: '2026-12-30', end: '2027-01-01', timezone: 'Pacific/Kiritimati' },
      when: ['DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102'],
    },
    {
      name: 'days that end at a time',
      own: { start: '2027-03-10', end: '2027-03-11T17:00', timezone: 'Europe/Berlin' },
      when: ['DTSTART;VALUE=DATE:20270310', 'DTEND;VALUE=DATE:20270312'],
    },
    {
      name: 'a time with an end',
      own: { start: '2027-03-10T18:00', end: '2027-03-10T20:30', timezone: 'Europe/Berlin' },
      when: ['DTSTART;TZID=Europe/Berlin:20270310T180000', 'DTEND;TZID=Europe/Berlin:20270310T203000'],
    },
    {
      name: 'a time without an end',
      own: { start: '2026-12-31T23:30', timezone: 'America/Vancouver' },
      when: ['DTSTART;TZID=America/Vancouver:20261231T233000', 'DTEND;TZID=America/Vancouver:20270101T003000'],
    },
    {
      name: 'a time whose end is its start',
      own: { start: '2027-03-10T18:00', end: '2027-03-10T18:00', timezone: 'Asia/Tokyo' },
      when: ['DTSTART;TZID=Asia/Tokyo:20270310T180000', 'DTEND;TZID=Asia/Tokyo:20270310T190000'],
    },
    {
      name: 'a time that ends on a day',
      own: { start: '2027-03-10T18:00', end: '2027-03-11', timezone: 'Asia/Tokyo' },
      when: ['DTSTART;TZID=Asia/Tokyo:20270310T180000', 'DTEND;TZID=Asia/Tokyo:20270312T000000'],
    },
    {
      name: 'anywhere on Earth: UTC',
      own: { start: '2027-03-10T18:00', timezone: 'AoE' },
      when: ['DTSTART:20270311T060000Z', 'DTEND:20270311T070000Z'],
    },
    {
      name: 'Etc/GMT+12: UTC',
      own: { start: '2027-03-10T18:00', timezone: 'Etc/GMT+12' },
      when: ['DTSTART:20270311T060000Z', 'DTEND:20270311T070000Z'],
    },
    {
      name: 'UTC',
      own: { start: '2027-03-10T18:00', timezone: 'UTC' },
      when: ['DTSTART:20270310T180000Z', 'DTEND:20270310T190000Z'],
    },
    {
      name: 'the hour shown twice, its first time: UTC',
      own: { start: '2027-10-31T02:30', timezone: 'Europe/Berlin' },
      when: ['DTSTART:20271031T003000Z', 'DTEND:20271031T013000Z'],
    },
    {
      name: 'the hour left out: UTC, moved on',
      own: { start: '2027-03-28T02:30', timezone: 'Europe/Berlin' },
      when: ['DTSTART:20270328T013000Z', 'DTEND:20270328T023000Z'],
    },
  ])('$name', ({ own, when }) => {
    const { text } = calendarOf([anEvent(own)]);
    const [, entry = ''] = text.split('BEGIN:VEVENT');
    expect(unfolded(entry).filter((line) => /^DT(START|END)/.test(line))).toEqual(when);
    expect(text.includes('BEGIN:VTIMEZONE')).toBe(text.includes(';TZID='));
    expect(text.includes('The end is not stated')).toBe(
      own.start?.length === 16 && (own.end ?? own.start) === own.start,
    );
  });

  test('Vancouver keeps UTC-7 from November 2026 on: the rules inside Node 20 are an hour off', () => {
    const [entry] = entries(calendarOf([anEvent({ start: '2026-12-10T18:00', timezone: 'America/Vancouver' })]).text);
    const start = entry?.getFirstPropertyValue('dtstart');
    expect(start instanceof ICAL.Time && start.toJSDate().toISOString()).toBe('2026-12-11T01:00:00.000Z');
  });

  test('each zone is defined once, before all events, for the years in use and one on either side', () => {
    const text = calendarOf([
      anEvent({ id: 'a', start: '2025-06-10T18:00', timezone: 'Europe/Berlin' }),
      anEvent({ id: 'b', start: '2027-06-10T18:00', timezone: 'Europe/Berlin' }),
      anEvent({ id: 'c', start: '2026-06-10T18:00', timezone: 'America/New_York' }),
    ]).text;
    expect(unfolded(text).filter((line) => /^(TZID|BEGIN:VEVENT|DTSTART:)/.test(line))).toEqual([
      'TZID:America/New_York',
      ...['DTSTART:20250101T000000', 'DTSTART:20250309T020000', 'DTSTART:20251102T020000'],
      ...['DTSTART:20260308T020000', 'DTSTART:20261101T020000', 'DTSTART:20270314T020000', 'DTSTART:20271107T020000'],
      'TZID:Europe/Berlin',
      ...['DTSTART:20240101T000000', 'DTSTART:20240331T020000', 'DTSTART:20241027T030000'],
      ...['DTSTART:20250330T020000', 'DTSTART:20251026T030000', 'DTSTART:20260329T020000', 'DTSTART:20261025T030000'],
      ...['DTSTART:20270328T020000', 'DTSTART:20271031T030000', 'DTSTART:20280326T020000', 'DTSTART:20281029T030000'],
      ...['BEGIN:VEVENT', 'BEGIN:VEVENT', 'BEGIN:VEVENT'],
    ]);
  });

  test('entries come by start, then by UID; whole days as in UTC', () => {
    const events = [
      anEvent({ id: 'd', start: '2027-03-11' }),
      anEvent({ id: 'c', start: '2027-03-10T00:30', timezone: 'Europe/Berlin' }),
      anEvent({ id: 'b' }),
      anEvent({ id: 'a', milestones: [{ ...NO_ZONE, at: '2027-03-10' }] }),
    ];
    expect(lines(events, 'UID').map((line) => line.replace(/@.*/, ''))).toEqual([
      'UID:event-c',
      'UID:deadline-a-abstract-1',
      'UID:event-a',
      'UID:event-b',
      'UID:event-d',
    ]);
  });
});

test('the head names the calendar, escaped, before the first component', () => {
  const { text } = calendarOf([anEvent()], { name: 'My\r\nEND:VCALENDAR, you', productVersion: '1.2.3' });
  expect(unfolded(text).slice(0, 11)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//mlops-guide//mlops-guide 1.2.3//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:My END:VCALENDAR\\, you',
    'X-WR-CALNAME:My END:VCALENDAR\\, you',
    'X-WR-CALDESC:From the mlops-guide catalogue of 2026-11-21',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    'BEGIN:VEVENT',
  ]);
});

test('alarms are counted from the start of an event and the end of a deadline; none for what is cancelled', () => {
  const alarms = [{ days: 7 }, { hours: 2 }];
  expect(lines([anEvent({ milestones: [AOE] })], 'TRIGGER', { alarms })).toEqual([
    ...['TRIGGER;RELATED=END:-P7D', 'TRIGGER;RELATED=END:-PT2H'],
    ...['TRIGGER:-P7D', 'TRIGGER:-PT2H'],
  ]);
  expect(lines([anEvent({ milestones: [AOE], status: 'cancelled' })], 'TRIGGER', { alarms })).toEqual([]);
});

test('what cannot be written is named, and costs nothing else', () => {
  const events = [
    anEvent({ id: 'good', milestones: [AOE] }),
    anEvent({ id: 'no-zone', start: '2027-03-10T18:00' }),
    anEvent({ id: 'bad-zone', start: '2027-03-10T18:00', timezone: 'Mars/Olympus' }),
    anEvent({ id: 'bad-deadline', milestones: [{ ...AOE, timezone: 'PST' }, NO_ZONE] }),
  ];
  const all = calendarOf(events);
  expect({ events: all.events, deadlines: all.deadlines, skipped: all.skipped }).toEqual({
    events: 2,
    deadlines: 1,
    skipped: [
      { id: 'no-zone', why: 'has a time of day but no timezone' },
      { id: 'bad-zone', why: 'unknown time zone "Mars/Olympus"' },
      { id: 'bad-deadline', why: 'unknown time zone "PST"' },
    ],
  });
  expect(entries(all.text)).toHaveLength(3);
  expect(calendarOf([anEvent()], { what: 'deadlines' })).toMatchObject({
    events: 0,
    deadlines: 0,
    skipped: [{ id: 'mlops-day-2027', why: 'has no deadline to write' }],
  });
  expect(calendarOf([anEvent({ milestones: [AOE] })], { what: 'events' })).toMatchObject({
    events: 1,
    deadlines: 0,
  });
});
