import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type Day } from '../../src/time/day';
import { ruleDays } from '../../src/time/rule-days';
import { weekdayOf } from '../../src/time/words';
import dateutil from '../fixtures/rules.json';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Of a longer line: where they differ is what one wants to see. */
const text = (days: readonly Day[]): string => days.join(' ');

describe('python-dateutil names the same days of', () => {
  test.each(Object.entries(dateutil.rules).map(([line, days]) => ({ line, days })))('$line', ({ line, days }) => {
    const [rule = '', start = ''] = line.split(' ');
    const last = days.split(' ').at(-1) ?? '';
    expect(text(ruleDays(rule, start, start, last))).toBe(days);
    // A window that begins later shows the same, and COUNT still counts from the start.
    expect(text(ruleDays(rule, start, addDays(start, 1), last))).toBe(days.split(' ').slice(1).join(' '));
  });
});

const dayArb = fc.integer({ min: 0, max: 8000 }).map((n) => addDays('2020-01-01', n));
const codeArb = fc.constantFrom(...CODES);
const intervalArb = fc.constantFrom('', ';INTERVAL=1', ';INTERVAL=2', ';INTERVAL=3', ';INTERVAL=13');

/** ical.js is right on these shapes, which are what most series have. */
const simpleRuleArb = fc.oneof(
  fc
    .tuple(intervalArb, fc.uniqueArray(codeArb, { minLength: 1, maxLength: 3 }))
    .map(([interval, codes]) => `FREQ=WEEKLY${interval};BYDAY=${codes.join(',')}`),
  fc
    .tuple(intervalArb, fc.constantFrom(1, 2, 3, 4, -1), codeArb)
    .map(([interval, nth, code]) => `FREQ=MONTHLY${interval};BYDAY=${nth}${code}`),
  intervalArb.map((interval) => `FREQ=DAILY${interval}`),
);

/** From the first day of the rule, as RFC 5545 wants a DTSTART to be. */
function fromItsStart(rule: string, day: Day): Day {
  return ruleDays(rule, day, day, addDays(day, 1300))[0] ?? day;
}

test('ical.js names the same days of simple rules', () => {
  fc.assert(
    fc.property(simpleRuleArb, dayArb, fc.constantFrom('', ';COUNT=1', ';COUNT=7'), (endless, day, count) => {
      const rule = endless + count;
      const start = fromItsStart(rule, day);
      const dates = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
      const theirs = Array.from({ length: Number(/COUNT=(\d+)/.exec(rule)?.[1] ?? 20) }, () => dates.next().toString());
      expect(text(ruleDays(rule, start, start, theirs.at(-1) ?? start))).toBe(text(theirs));
    }),
    { numRuns: 500 },
  );
});

test('a day is one of a weekly rule when its weekday and its week are', () => {
  const monday = (day: Day): Day => addDays(day, -weekdayOf(day));
  fc.assert(
    fc.property(
      fc.uniqueArray(codeArb, { minLength: 1 }),
      fc.integer({ min: 1, max: 9 }),
      dayArb,
      (codes, every, start) => {
        const isOne = (day: Day): boolean =>
          codes.includes(CODES[weekdayOf(day)] ?? '') && (daysBetween(monday(start), monday(day)) / 7) % every === 0;
        const all = Array.from({ length: 200 }, (_, n) => addDays(start, n));
        const rule = `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${codes.join(',')}`;
        expect(text(ruleDays(rule, start, start, addDays(start, 199)))).toBe(text(all.filter(isOne)));
      },
    ),
  );
});
