import { expect, test } from 'vitest';
import { convertICalendar } from '../../src/sources/icalendar';
import { zones } from '../helpers/entries';

const calendar = (...events: readonly (readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//a test//EN',
    ...events.flatMap((lines) => [
      'BEGIN:VEVENT',
      'UID:1@x.example',
      'DTSTAMP:20260101T000000Z',
      ...lines,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const made = (...lines: readonly string[]) =>
  convertICalendar(calendar(['SUMMARY:A talk', ...lines]), zones, 'meet.example');

test.each([
  { name: 'a day', lines: ['DTSTART;VALUE=DATE:20261208'], is: { start: '2026-12-08', end: undefined } },
  {
    name: 'days, of which the end is the one behind',
    lines: ['DTSTART;VALUE=DATE:20261208', 'DTEND;VALUE=DATE:20261211'],
    is: { start: '2026-12-08', end: '2026-12-10' },
  },
  {
    name: 'an end that is the start',
    lines: ['DTSTART;VALUE=DATE:20261208', 'DTEND;VALUE=DATE:20261208'],
    is: { start: '2026-12-08', end: '2026-12-08' },
  },
  {
    name: 'a time in a zone',
    lines: ['DTSTART;TZID=Europe/Berlin:20261208T180000', 'DTEND;TZID=Europe/Berlin:20261208T193000'],
    is: { start: '2026-12-08T18:00', end: '2026-12-08T19:30', timezone: 'Europe/Berlin' },
  },
  {
    name: 'a time of Windows',
    lines: ['DTSTART;TZID=Pacific Standard Time:20261208T180000'],
    is: { start: '2026-12-08T18:00', timezone: 'America/Los_Angeles' },
  },
  {
    name: 'a time in UTC, and an end elsewhere',
    lines: ['DTSTART:20261208T180000Z', 'DTEND;TZID=Europe/Berlin:20261208T200000'],
    is: { start: '2026-12-08T18:00', end: '2026-12-08T19:00', timezone: 'UTC' },
  },
  {
    name: 'a rarer one of Windows',
    lines: ['DTSTART;TZID=Pakistan Standard Time:20261208T180000'],
    is: { start: '2026-12-08T18:00', timezone: 'Asia/Karachi' },
  },
  {
    name: 'a name of UTC',
    lines: ['DTSTART;TZID=GMT:20261208T180000', 'DTEND:20261208T190000Z'],
    is: { start: '2026-12-08T18:00', end: '2026-12-08T19:00', timezone: 'UTC' },
  },
  {
    name: 'a zone with a blank before it',
    lines: ['DTSTART;TZID=" Europe/Berlin":20261208T180000'],
    is: { start: '2026-12-08T18:00', timezone: 'Europe/Berlin' },
  },
  {
    name: 'a zone that nobody knows',
    lines: ['DTSTART;TZID=Here:20261208T180000', 'DTEND;TZID=Here:20261208T190000'],
    is: { start: '2026-12-08', timezone: undefined },
  },
  {
    name: 'a time without a zone',
    lines: ['DTSTART:20261208T180000'],
    is: { start: '2026-12-08', timezone: undefined },
  },
  {
    name: 'a place',
    lines: ['DTSTART;VALUE=DATE:20261208', 'LOCATION:Berlin\\, Germany'],
    is: { place: { city: 'Berlin', country: 'DE' }, mode: 'in-person' },
  },
  {
    name: 'a call',
    lines: ['DTSTART;VALUE=DATE:20261208', 'LOCATION:https://call.example/1'],
    is: { place: undefined, mode: 'online', url: 'https://call.example/1' },
  },
  { name: 'what is off', lines: ['DTSTART;VALUE=DATE:20261208', 'STATUS:CANCELLED'], is: { status: 'cancelled' } },
  {
    name: 'a page of the site itself',
    lines: ['DTSTART;VALUE=DATE:20261208', 'URL:https://www.meet.example/1'],
    is: { url: 'https://www.meet.example/1', isOfficial: true },
  },
  {
    name: 'a page elsewhere',
    lines: ['DTSTART;VALUE=DATE:20261208', 'URL:https://other.example/1'],
    is: { isOfficial: false },
  },
  {
    name: 'a script as its page',
    lines: ['DTSTART;VALUE=DATE:20261208', 'URL:javascript:alert(1)'],
    is: { url: undefined },
  },
])('$name', ({ lines, is }) => {
  const { readings, leftOut } = made(...lines);
  expect(leftOut).toEqual([]);
  expect(readings).toHaveLength(1);
  for (const [key, value] of Object.entries(is)) expect(readings[0]).toHaveProperty(key, value);
});

test.each([
  { lines: ['DTSTART;VALUE=DATE:20261208', 'RRULE:FREQ=WEEKLY'], leftOut: { record: 'A talk', why: 'repeats' } },
  { lines: [], leftOut: { why: 'not valid', what: 'has no start that can be read' } },
  { lines: ['DTSTART:x'], leftOut: { what: 'has no start that can be read' } },
  {
    lines: ['DTSTART;VALUE=DATE:20261208', 'DTEND;VALUE=DATE:20261201'],
    leftOut: { what: 'ends on 2026-12-01, before it starts' },
  },
])('leaves out $lines', ({ lines, leftOut }) => {
  const { readings, leftOut: out } = made(...lines);
  expect(readings).toEqual([]);
  expect(out).toMatchObject([leftOut]);
});

test('an event without a summary is left out, the next one is taken', () => {
  const text = calendar(['DTSTART;VALUE=DATE:20261208'], ['SUMMARY:B', 'DTSTART;VALUE=DATE:20261209']);
  const { readings, leftOut } = convertICalendar(text, zones, undefined);
  expect(readings).toMatchObject([{ name: 'B' }]);
  expect(leftOut).toMatchObject([{ record: 'event 1', what: 'has no summary' }]);
});

test('folded lines, escapes and control characters are what they stand for', () => {
  const text = calendar([
    'SUMMARY:A very\r\n  long\\, \\nname\u001b[31m \u202egnol',
    'DTSTART;VALUE=DATE:20261208',
    'CATEGORIES:MLOPS,DATA',
  ]);
  const [reading] = convertICalendar(text, zones, undefined).readings;
  expect(reading?.name).toBe('A very long, name gnol');
  expect(reading?.subjects).toEqual(['MLOPS', 'DATA']);
});

test('an empty calendar holds nothing', () => {
  expect(convertICalendar(calendar(), zones, undefined)).toEqual({ readings: [], leftOut: [] });
});
