import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayRange, daysLeftInWords, MONTHS, wallInWords, WEEKDAYS, weekdayName } from '../../src/time/words';

test.each([
  [0, 'today'],
  [1, 'tomorrow'],
  [2, 'in 2 days'],
  [5, 'in 5 days'],
  [-1, 'yesterday'],
  [-2, '2 days ago'],
  [-3, '3 days ago'],
])('%i days left: %s', (days, words) => {
  expect(daysLeftInWords(days)).toBe(words);
});

test.each([
  ['2026-12-08', '2026-12-08', undefined, '8 Dec 2026'],
  ['2026-12-08', '2026-12-10', undefined, '8–10 Dec 2026'],
  ['2026-11-30', '2026-12-02', undefined, '30 Nov – 2 Dec 2026'],
  ['2026-12-30', '2027-01-02', undefined, '30 Dec 2026 – 2 Jan 2027'],
  ['2026-12-08', '2027-12-10', undefined, '8 Dec 2026 – 10 Dec 2027'],
  ['2026-12-08', '2026-12-08', 2026, '8 Dec'],
  ['2026-12-08', '2026-12-10', 2026, '8–10 Dec'],
  ['2026-11-30', '2026-12-02', 2026, '30 Nov – 2 Dec'],
  ['2026-12-08', '2026-12-10', 2025, '8–10 Dec 2026'],
  ['2026-12-30', '2027-01-02', 2026, '30 Dec 2026 – 2 Jan 2027'],
  ['2026-12-30', '2027-01-02', 2027, '30 Dec 2026 – 2 Jan 2027'],
])('%s to %s, in %s: %s', (start, end, year, words) => {
  expect(dayRange(start, end, year)).toBe(words);
});

test.each([
  ['2026-12-10T18:00', 'Thu 10 Dec 2026 18:00'],
  ['2026-03-01T09:05', 'Sun 1 Mar 2026 09:05'],
  ['2026-12-07', 'Mon 7 Dec 2026'],
])('%s in words: %s', (wall, words) => {
  expect(wallInWords(wall)).toBe(words);
});

test('names of days and months are those of date-fns', () => {
  const anyDay = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = parseISO(day);
      expect(weekdayName(day)).toBe(format(date, 'EEEE'));
      expect(wallInWords(day)).toBe(format(date, 'EEE d MMM yyyy'));
      expect(MONTHS[Number(day.slice(5, 7)) - 1]).toBe(format(date, 'MMMM'));
    }),
  );
  expect(WEEKDAYS).toHaveLength(7);
  expect(MONTHS).toHaveLength(12);
});

test('years before the first Monday count backwards', () => {
  expect(weekdayName('0000-12-31')).toBe('Sunday');
});
