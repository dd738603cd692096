import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { GuideEvent, Recurrence } from '../../src/catalogue/schema';
import { calendarOf, unfolded } from './an-event';
import { anEdition, aSeries, recurring, THURSDAYS } from './series-samples';

/** Lines of the components behind the zones. */
function said(text: string, ...names: string[]): string[] {
  const [, ...events] = text.split('BEGIN:VEVENT');
  return events.flatMap((event) => unfolded(event).filter((line) => names.some((name) => line.startsWith(name))));
}

/** Every start that ical.js finds up to a day, in UTC: pattern, exceptions and replaced occurrences. */
function startsIn(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const found: string[] = [];
  for (const event of events.filter((one) => !one.isRecurrenceException())) {
    for (const other of events)
      if (other.isRecurrenceException() && other.uid === event.uid) event.relateException(other);
    if (!event.isRecurring()) {
      found.push(event.startDate.toJSDate().toISOString());
      continue;
    }
    const dates = event.iterator();
    for (let next = dates.next() as ICAL.Time | null; next; next = dates.next() as ICAL.Time | null) {
      found.push(event.getOccurrenceDetails(next).startDate.toJSDate().toISOString());
    }
  }
  ICAL.TimezoneService.reset();
  return found.sort();
}

test('a pattern is one event with a rule, an end, and a definition of its zone', () => {
  const { text, series, events } = calendarOf([], { recurring: [recurring(aSeries())] });
  expect({ series, events }).toEqual({ series: 1, events: 0 });
  expect(said(text, 'UID', 'SEQ', 'DT', 'RRULE', 'SUMMARY', 'STATUS', 'TRANSP', 'X-', 'LOCATION')).toEqual([
    'UID:series-ml-thursday@mlops-guide.invalid',
    'DTSTAMP:20270224T000000Z',
    'SEQUENCE:0',
    'DTSTART;TZID=America/Los_Angeles:20270225T130000',
    'DTEND;TZID=America/Los_Angeles:20270225T140000',
    'RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20270501T065959Z',
    'SUMMARY:ML Thursday (expected)',
    'STATUS:TENTATIVE',
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'LOCATION:Online',
  ]);
  expect(said(text, 'DESCRIPTION')[0]).toContain(
    'Expected\\, not confirmed: the organiser states a rule (every Thursday at 13:00 Pacific).',
  );
  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  expect(text).toContain('DTSTART:20260101T000000'); // a year before
  expect(text).toContain('DTSTART:20281105T020000'); // a year behind
});

test('the clock of its zone stays, through both changes of clocks', () => {
  const { text } = calendarOf([], { recurring: [recurring(aSeries())] });
  expect(startsIn(text).filter((start) => start.startsWith('2027-03'))).toEqual([
    '2027-03-04T21:00:00.000Z',
    '2027-03-11T21:00:00.000Z',
    '2027-03-18T20:00:00.000Z',
    '2027-03-25T20:00:00.000Z',
  ]);
});

describe.each<{ name: string; own: Partial<Recurrence>; first: string; rule: string }>([
  {
    name: 'every second week counts from its start, years before',
    own: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', start: '2018-06-07' },
    first: '20270304T130000',
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
  },
  {
    name: 'a start in the future is the first',
    own: { start: '2027-03-25' },
    first: '20270325T130000',
    rule: 'FREQ=WEEKLY;BYDAY=TH',
  },
  {
    name: 'a count becomes an end',
    own: { rule: 'FREQ=WEEKLY;COUNT=4;BYDAY=TH', start: '2027-02-18' },
    first: '20270225T130000',
    rule: 'FREQ=WEEKLY;BYDAY=TH',
  },
  {
    name: 'an end stays one',
    own: { rule: 'FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270406' },
    first: '20270302T130000',
    rule: 'FREQ=MONTHLY;BYDAY=1TU',
  },
  { name: 'UTC needs no zone', own: { timezone: 'UTC' }, first: '20270225T130000Z', rule: 'FREQ=WEEKLY;BYDAY=TH' },
])('$name', ({ own, first, rule }) => {
  const made = recurring(aSeries({ ...THURSDAYS, ...own }));
  const until = made.occurrences.at(-1)?.day ?? '';
  const { text } = calendarOf([], { recurring: [{ ...made, until }] });

  test('first and rule', () => {
    expect(said(text, 'DTSTART').map((line) => line.replace(/.*:/, ''))).toEqual([first]);
    expect(said(text, 'RRULE')[0]).toMatch(new RegExp(`^RRULE:${rule};UNTIL=\\d{8}T\\d{6}Z$`));
    expect(text.includes('VTIMEZONE')).toBe(own.timezone !== 'UTC');
  });

  test('ical.js finds the same occurrences', () => {
    expect(startsIn(text)).toEqual(made.occurrences.map(({ start }) => new Date(start).toISOString()));
  });
});

test('any rule and its exceptions: ical.js finds the occurrences, no more and no less', () => {
  const rule = fc.constantFrom(
    ...['FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=MONTHLY;BYMONTHDAY=13'],
    ...['FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU'],
  );
  const zone = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Australia/Sydney', 'UTC');
  const time = fc.constantFrom('00:00', '09:00', '13:00', '23:30');
  const day = fc
    .integer({ min: 0, max: 364 })
    .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      rule,
      zone,
      time,
      day,
      fc.array(day, { minLength: 1, maxLength: 9 }),
      (text, timezone, at, start, without) => {
        const all = recurring(aSeries({ rule: text, timezone, time: at, start }, { added: start }), '2027-12-31');
        const exceptions = [...without, ...all.occurrences.slice(2, 4).map((one) => one.day)];
        const some = aSeries({ rule: text, timezone, time: at, start, exceptions }, { added: start });
        const file = calendarOf([], { recurring: [recurring(some, '2027-12-31')] }).text;
        const held = all.occurrences.filter((one) => !exceptions.includes(one.day));
        expect(startsIn(file)).toEqual(held.map((one) => new Date(one.start).toISOString()));
      },
    ),
    { numRuns: 150 },
  );
});

describe('an edition of a series that recurs', () => {
  const withEditions = (...editions: GuideEvent[]): string =>
    calendarOf(editions, { recurring: [recurring(aSeries(), '2027-04-30', editions)] }).text;

  test('takes the place of the occurrence on its day', () => {
    const text = withEditions(anEdition());
    expect(said(text, 'UID', 'RECURRENCE-ID', 'DTSTART', 'SUMMARY', 'EXDATE')).toEqual([
      'UID:series-ml-thursday@mlops-guide.invalid',
      'DTSTART;TZID=America/Los_Angeles:20270225T130000',
      'SUMMARY:ML Thursday (expected)',
      'UID:series-ml-thursday@mlops-guide.invalid',
      'RECURRENCE-ID;TZID=America/Los_Angeles:20270318T130000',
      'DTSTART;TZID=America/Los_Angeles:20270318T140000',
      'SUMMARY:ML Thursday with a guest',
    ]);
    expect(startsIn(text).filter((start) => start.startsWith('2027-03-18'))).toEqual(['2027-03-18T21:00:00.000Z']);
  });

  test('that is cancelled cancels that occurrence alone', () => {
    expect(said(withEditions(anEdition({ status: 'cancelled', sequence: 1 })), 'STATUS', 'SUMMARY', 'SEQ')).toEqual([
      'SEQUENCE:0',
      'SUMMARY:ML Thursday (expected)',
      'STATUS:TENTATIVE',
      'SEQUENCE:1',
      'SUMMARY:CANCELLED: ML Thursday with a guest',
      'STATUS:CANCELLED',
    ]);
  });

  test('is found by the day of the series, not of the edition', () => {
    // Friday morning in Tokyo is Thursday in Los Angeles.
    const text = withEditions(
      anEdition({ start: '2027-03-19T06:00', end: '2027-03-19T08:00', timezone: 'Asia/Tokyo' }),
    );
    expect(said(text, 'RECURRENCE-ID')).toEqual(['RECURRENCE-ID;TZID=America/Los_Angeles:20270318T130000']);
    expect(said(text, 'DTSTART')).toContain('DTSTART;TZID=Asia/Tokyo:20270319T060000');
  });

  test('of whole days stands by itself, and no occurrence is on them', () => {
    const days = anEdition({ start: '2027-03-17', end: '2027-03-26', timezone: undefined });
    expect(said(withEditions(days), 'UID', 'RECURRENCE-ID', 'EXDATE', 'DTSTART;VALUE')).toEqual([
      'UID:series-ml-thursday@mlops-guide.invalid',
      'EXDATE;TZID=America/Los_Angeles:20270318T130000',
      'EXDATE;TZID=America/Los_Angeles:20270325T130000',
      'UID:event-ml-thursday-guest-2027@mlops-guide.invalid',
      'DTSTART;VALUE=DATE:20270317',
    ]);
    const time = anEdition({ id: 'ml-thursday-time-2027' });
    expect(said(withEditions(days, time), 'EXDATE', 'RECURRENCE-ID').sort()).toEqual([
      'EXDATE;TZID=America/Los_Angeles:20270325T130000',
      'RECURRENCE-ID;TZID=America/Los_Angeles:20270318T130000',
    ]);
  });

  test('on another day, or the second on one day, stands by itself', () => {
    const other = anEdition({ id: 'ml-friday-2027', start: '2027-03-19T13:00', end: undefined });
    const second = anEdition({ id: 'ml-thursday-late-2027', start: '2027-03-18T20:00', end: '2027-03-18T21:00' });
    const text = withEditions(other, second, anEdition());
    expect(said(text, 'UID').sort()).toEqual([
      'UID:event-ml-friday-2027@mlops-guide.invalid',
      'UID:event-ml-thursday-late-2027@mlops-guide.invalid',
      'UID:series-ml-thursday@mlops-guide.invalid',
      'UID:series-ml-thursday@mlops-guide.invalid',
    ]);
    expect(startsIn(text)).toHaveLength(10 + 2); // ten Thursdays
  });

  test('has its own UID where the pattern is left out', () => {
    expect(said(calendarOf([anEdition()]).text, 'UID', 'RECURRENCE-ID')).toEqual([
      'UID:event-ml-thursday-guest-2027@mlops-guide.invalid',
    ]);
  });
});

test('what cannot recur by its zone, or does not any more, is named', () => {
  const gone = recurring(aSeries({ ...THURSDAYS, rule: 'FREQ=WEEKLY;UNTIL=20260101;BYDAY=TH' }));
  const anywhere = recurring(aSeries({ ...THURSDAYS, timezone: 'AoE' }));
  const { skipped, entries } = calendarOf([], { recurring: [gone, anywhere] });
  expect(entries).toEqual([]);
  expect(skipped).toEqual([
    { id: 'ml-thursday', why: 'has no occurrence to write' },
    { id: 'ml-thursday', why: 'recurs by AoE, which calendars do not know' },
  ]);
});

test('a pattern is no deadline', () => {
  expect(calendarOf([], { what: 'deadlines', recurring: [recurring(aSeries())] }).entries).toEqual([]);
});

test('the sequence is that of the series', () => {
  const { text } = calendarOf([], { recurring: [recurring(aSeries(THURSDAYS, { sequence: 2 }))] });
  expect(said(text, 'SEQUENCE')).toEqual(['SEQUENCE:2']);
});
