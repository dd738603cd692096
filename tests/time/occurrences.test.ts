import { describe, expect, test } from 'vitest';
import { occurrences, withoutEditions } from '../../src/time/occurrences';
import type { Recurrence } from '../../src/catalogue/schema';
import { anEvent, aSeries, zones } from '../helpers/entries';

const weekly: Recurrence = { rule: 'FREQ=WEEKLY;BYDAY=TH', time: '13:00', timezone: 'America/Los_Angeles' };
const iso = (instant: number) => new Date(instant).toISOString().replace(':00.000Z', 'Z');

/** Starts between two days in UTC, the second not included. */
function starts(own: Partial<Recurrence>, from: string, to: string): string[] {
  const series = aSeries({ recurrence: { ...weekly, ...own } });
  return occurrences(series, zones, Date.parse(from), Date.parse(to)).map(({ start }) => iso(start));
}

describe('the clock of its zone stays where it is', () => {
  test('Thursdays at 13:00 in Los Angeles, over the change to summer time', () => {
    expect(starts({}, '2027-03-01', '2027-04-02')).toEqual([
      '2027-03-04T21:00Z',
      '2027-03-11T21:00Z',
      '2027-03-18T20:00Z',
      '2027-03-25T20:00Z',
      '2027-04-01T20:00Z',
    ]);
  });

  test('a time that clocks skip moves on by what they skip', () => {
    const own = { rule: 'FREQ=WEEKLY;BYDAY=SU', time: '02:30', timezone: 'Europe/Berlin' };
    expect(starts(own, '2027-03-20', '2027-04-05')).toEqual([
      '2027-03-21T01:30Z',
      '2027-03-28T01:30Z',
      '2027-04-04T00:30Z',
    ]);
  });

  test('of a time that clocks show twice, the first counts', () => {
    const own = { rule: 'FREQ=WEEKLY;BYDAY=SU', time: '02:30', timezone: 'Europe/Berlin' };
    expect(starts(own, '2027-10-24', '2027-11-08')).toEqual([
      '2027-10-24T00:30Z',
      '2027-10-31T00:30Z',
      '2027-11-07T01:30Z',
    ]);
  });

  test('a day of the rule is a day there, not in UTC', () => {
    const own = { rule: 'FREQ=WEEKLY;BYDAY=MO', time: '09:00', timezone: 'Pacific/Kiritimati' };
    expect(starts(own, '2027-01-01', '2027-01-12')).toEqual(['2027-01-03T19:00Z', '2027-01-10T19:00Z']);
  });
});

describe('rules', () => {
  test.each<[string, Partial<Recurrence>, readonly [string, string], readonly string[]]>([
    [
      'first Tuesday of the month',
      { rule: 'FREQ=MONTHLY;BYDAY=1TU' },
      ['2027-01-01', '2027-05-01'],
      ['2027-01-05T21:00Z', '2027-02-02T21:00Z', '2027-03-02T21:00Z', '2027-04-06T20:00Z'],
    ],
    [
      'first Tuesday of every second month, counted from the start',
      { rule: 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU', start: '2026-11-03' },
      ['2027-01-01', '2027-07-01'],
      ['2027-01-05T21:00Z', '2027-03-02T21:00Z', '2027-05-04T20:00Z'],
    ],
    [
      'every second week, counted from the start',
      { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', start: '2026-12-31' },
      ['2027-01-01', '2027-02-01'],
      ['2027-01-14T21:00Z', '2027-01-28T21:00Z'],
    ],
    [
      'nothing before the start',
      { start: '2027-01-21' },
      ['2027-01-01', '2027-02-01'],
      ['2027-01-21T21:00Z', '2027-01-28T21:00Z'],
    ],
    [
      'COUNT counts from the start, what is left out by an exception too',
      { rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=4', start: '2026-12-31', exceptions: ['2027-01-14'] },
      ['2027-01-01', '2028-01-01'],
      ['2027-01-07T21:00Z', '2027-01-21T21:00Z'],
    ],
    [
      'UNTIL a day takes that day',
      { rule: 'FREQ=WEEKLY;UNTIL=20270114;BYDAY=TH' },
      ['2027-01-01', '2028-01-01'],
      ['2027-01-07T21:00Z', '2027-01-14T21:00Z'],
    ],
    [
      'UNTIL an instant takes that instant',
      { rule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270114T210000Z' },
      ['2027-01-01', '2028-01-01'],
      ['2027-01-07T21:00Z', '2027-01-14T21:00Z'],
    ],
    [
      'UNTIL a second earlier does not',
      { rule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270114T205959Z' },
      ['2027-01-01', '2028-01-01'],
      ['2027-01-07T21:00Z'],
    ],
    [
      'UNTIL a time without Z is one of its zone',
      { rule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270114T130000' },
      ['2027-01-01', '2028-01-01'],
      ['2027-01-07T21:00Z', '2027-01-14T21:00Z'],
    ],
    [
      '29 February: only in leap years',
      { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', timezone: 'UTC' },
      ['2027-01-01', '2037-01-01'],
      ['2028-02-29T13:00Z', '2032-02-29T13:00Z', '2036-02-29T13:00Z'],
    ],
    [
      'last working day of the month',
      { rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', timezone: 'UTC' },
      ['2027-01-01', '2027-03-01'],
      ['2027-01-29T13:00Z', '2027-02-26T13:00Z'],
    ],
    ['no day at all', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, ['2027-01-01', '2037-01-01'], []],
  ])('%s', (_, own, [from, to], expected) => {
    expect(starts(own, from, to)).toEqual(expected);
  });

  test('from an instant on, and before another', () => {
    expect(starts({}, '2027-03-04T21:00Z', '2027-03-11T21:00Z')).toEqual(['2027-03-04T21:00Z']);
    expect(starts({}, '2027-03-04T21:00:01Z', '2027-03-11T21:00:01Z')).toEqual(['2027-03-11T21:00Z']);
    expect(starts({}, '2027-03-04T21:00Z', '2027-03-04T21:00Z')).toEqual([]);
  });

  test('a series that has ended, or has no rule, is not expected', () => {
    const [from, to] = [Date.parse('2027-01-01'), Date.parse('2028-01-01')];
    expect(occurrences(aSeries({ recurrence: weekly, status: 'ended' }), zones, from, to)).toEqual([]);
    expect(occurrences(aSeries(), zones, from, to)).toEqual([]);
  });

  test('says the day and the clock there, and takes an hour', () => {
    const [first] = occurrences(
      aSeries({ recurrence: weekly }),
      zones,
      Date.parse('2027-03-01'),
      Date.parse('2027-04-01'),
    );
    const start = Date.parse('2027-03-04T21:00Z');
    expect(first).toEqual({ day: '2027-03-04', wall: '2027-03-04T13:00', start, end: start + 3_600_000 });
  });
});

describe('what the catalogue knows of a day stands above the pattern', () => {
  const series = aSeries({ recurrence: weekly });
  const expected = occurrences(series, zones, Date.parse('2027-03-01'), Date.parse('2027-03-27'));
  const days = ['2027-03-04', '2027-03-11', '2027-03-18', '2027-03-25'];
  const at = (own: object) => anEvent({ series: series.id, ...own });

  test.each([
    ['an edition of that day', at({ start: '2027-03-11' }), ['2027-03-11']],
    ['a time that is that day where the series is', at({ start: '2027-03-12T02:00', timezone: 'UTC' }), ['2027-03-11']],
    ['a time that is another day there', at({ start: '2027-03-12T09:00', timezone: 'UTC' }), []],
    ['several days', at({ start: '2027-03-09', end: '2027-03-18' }), ['2027-03-11', '2027-03-18']],
    ['a cancelled one', at({ start: '2027-03-11', status: 'cancelled' }), ['2027-03-11']],
    ['an edition of another series', at({ start: '2027-03-11', series: 'another' }), []],
  ])('%s', (_, edition, gone) => {
    expect(withoutEditions(expected, series, [edition], zones).map(({ day }) => day)).toEqual(
      days.filter((day) => !gone.some((other) => other === day)),
    );
  });
});
