import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as oracleDays } from 'date-fns/addDays';
import { addMonths as oracleMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, isDay } from '../../src/time/day';

const utcDate = (day: string) => new UTCDateMini(Date.parse(day));
const text = (date: Date) => date.toISOString().slice(0, 10);
const anyDay = fc
  .integer({ min: Date.UTC(1800, 0, 1) / 86_400_000, max: Date.UTC(2200, 0, 1) / 86_400_000 })
  .map((number) => text(new Date(number * 86_400_000)));

test.each([
  ['2026-12-08', true],
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['0001-01-01', true],
  ['0000-02-29', true],
  ['9999-12-31', true],
  ['2026-02-29', false],
  ['1900-02-29', false],
  ['2026-02-30', false],
  ['2026-04-31', false],
  ['2026-02-32', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['26-01-01', false],
  ['+010000-01-01', false],
  ['2026-12-08T10:00', false],
  [' 2026-12-08', false],
  ['2026-12-08\n', false],
  ['２０２６-12-08', false],
  ['', false],
  ['today', false],
])('isDay(%j) is %s', (day, real) => {
  expect(isDay(day)).toBe(real);
});

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-03-28', 1, '2026-03-29'], // Europe's clocks go forward
  ['2026-10-25', 1, '2026-10-26'], // … and back
  ['2026-11-21', 0, '2026-11-21'],
  ['0000-01-01', 365, '0000-12-31'],
])('%s and %i days is %s', (day, days, then) => {
  expect(addDays(day, days)).toBe(then);
  expect(daysBetween(day, then)).toBe(days);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-08-31', 1, '2026-09-30'],
  ['2026-08-31', 2, '2026-10-31'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-11-21', 0, '2026-11-21'],
])('%s and %i months is %s', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then);
});

describe('what has no answer is a RangeError', () => {
  test.each([
    ['a day that is none', () => addDays('2026-02-30', 1)],
    ['a time', () => addDays('2026-02-28T10:00', 1)],
    ['months from no day', () => addMonths('soon', 1)],
    ['days to no day', () => daysBetween('2026-01-01', '2026-1-2')],
    ['days from no day', () => daysBetween('', '2026-01-02')],
    ['after the year 9999', () => addDays('9999-12-31', 1)],
    ['before the year 0', () => addMonths('0000-01-31', -1)],
    ['far past what a Date can hold', () => addDays('2026-01-01', 1e9)],
    ['half a NaN', () => addDays('2026-01-01', Number.NaN)],
  ])('%s', (_name, call) => {
    expect(call).toThrow(RangeError);
  });
});

test('days and months agree with date-fns', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (day, days) => {
      const then = text(oracleDays(utcDate(day), days));
      expect(addDays(day, days)).toBe(then);
      expect(daysBetween(day, then)).toBe(differenceInCalendarDays(utcDate(then), utcDate(day)));
    }),
  );
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, months) => {
      expect(addMonths(day, months)).toBe(text(oracleMonths(utcDate(day), months)));
    }),
  );
});
