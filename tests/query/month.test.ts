import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOf, isMonth, monthsBetween, monthsFrom, weeksOf } from '../../src/query/month';
import { weekdayOf } from '../../src/time/words';

const month = fc
  .record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month: number }) => `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`);

test.each([
  ['2026-12', true],
  ['0001-01', true],
  ['9999-12', true],
  ['2026-00', false],
  ['2026-13', false],
  ['2026-1', false],
  ['2026-12-01', false],
  ['２０２６-12', false],
  ['', false],
])('%j is a month: %s', (text, is) => expect(isMonth(text)).toBe(is));

test.each([
  ['2026-11', 3, ['2026-11', '2026-12', '2027-01']],
  ['2026-12', 1, ['2026-12']],
  ['9999-11', 5, ['9999-11', '9999-12']],
])('%s and %i in all', (first, count, months) => expect(monthsFrom(first, count)).toEqual(months));

test.each([
  ['2026-11', '2026-11', 0],
  ['2026-11', '2027-02', 3],
  ['2027-02', '2026-11', -3],
])('from %s to %s: %i', (from, to, months) => expect(monthsBetween(from, to)).toBe(months));

test.each([
  ['2026-02', 28],
  ['2028-02', 29],
  ['2100-02', 28],
  ['2026-04', 30],
  ['2026-12', 31],
  ['9999-12', 31],
])('%s has %i days', (name, days) => expect(daysOf(name)).toHaveLength(days));

test.each([
  // 1 December 2026 is a Tuesday.
  ['2026-12', 0, 1, 5],
  ['2026-12', 6, 2, 5],
  ['2026-12', 1, 0, 5],
  ['2026-11', 0, 6, 6], // begins on a Sunday
  ['2027-02', 0, 0, 4], // four whole weeks
  ['2027-02', 6, 1, 5],
])('%s in weeks from weekday %i: %i blanks before, %i rows', (name, start, blanks, rows) => {
  const weeks = weeksOf(name, start);
  expect(weeks[0]?.indexOf(`${name}-01`)).toBe(blanks);
  expect(weeks).toHaveLength(rows);
});

test('every day of a month stands once, in order, under its weekday', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: 0, max: 6 }), (name, start) => {
      const weeks = weeksOf(name, start);
      expect(weeks.flat().filter((day) => day !== undefined)).toEqual(daysOf(name));
      for (const week of weeks) {
        expect(week).toHaveLength(7);
        expect(week.some((day) => day !== undefined)).toBe(true);
        for (const [column, day] of week.entries()) {
          if (day !== undefined) expect((start + column) % 7).toBe(weekdayOf(day));
        }
      }
    }),
  );
});
