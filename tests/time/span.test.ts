import { UTCDateMini } from '@date-fns/utc/date/mini';
import { add } from 'date-fns/add';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSpan, backwards, parseSpan } from '../../src/time/span';

test.each([
  ['30d', { days: 30 }],
  ['0d', { days: 0 }],
  ['6w', { days: 42 }],
  ['3mo', { months: 3 }],
  ['1y', { months: 12 }],
  ['9999d', { days: 9999 }],
  ['833y', { months: 9996 }],
  ['834y', undefined], // past the four digits of a year
  ['3m', undefined], // months or minutes?
  ['3M', undefined],
  ['30', undefined],
  ['d', undefined],
  ['-3d', undefined],
  ['1.5w', undefined],
  ['3 d', undefined],
  ['3d ', undefined],
  ['10000d', undefined],
  ['3toString', undefined],
  ['', undefined],
])('parseSpan(%j) is %j', (text, span) => {
  expect(parseSpan(text)).toEqual(span);
});

test.each([
  ['2026-11-21', { days: 30 }, '2026-12-21'],
  ['2026-11-30', { months: 3 }, '2027-02-28'],
  ['2024-02-29', { months: 12 }, '2025-02-28'],
  ['2026-01-31', { months: 1, days: 1 }, '2026-03-01'], // months first: the other order gives 28 February and 1 March
  ['2026-01-30', { months: 1, days: 1 }, '2026-03-01'],
  ['2026-11-21', {}, '2026-11-21'],
])('%s and %j is %s', (day, span, then) => {
  expect(addSpan(day, span)).toBe(then);
});

test.each([
  ['9999-12-31', { days: 1 }, '9999-12-31'],
  ['9999-12-30', { days: 1 }, '9999-12-31'],
  ['9999-06-15', { months: 9999 }, '9999-12-31'],
  ['0000-01-01', { days: -1 }, '0000-01-01'],
  ['0100-06-15', { months: -9999 }, '0000-01-01'],
])('%s and %j is %s, where the calendar ends', (day, span, then) => {
  expect(addSpan(day, span)).toBe(then);
});

test('nothing can be added to what is no day', () => {
  expect(() => addSpan('2026-02-30', { days: 1 })).toThrow(RangeError);
});

test.each([
  ['2026-11-21', { days: 30 }, '2026-10-22'],
  ['2026-05-31', { months: 3 }, '2026-02-28'],
  ['2026-03-31', { months: 1, days: 1 }, '2026-02-27'],
  ['2026-11-21', {}, '2026-11-21'],
])('before %s, %j is %s', (day, span, then) => {
  expect(addSpan(day, backwards(span))).toBe(then);
});

test('every span that parses can be added to a day of our time, as date-fns adds it', () => {
  const anySpan = fc.tuple(fc.nat(9999), fc.constantFrom('d', 'w', 'mo', 'y')).map(([n, unit]) => `${n}${unit}`);
  const anyDay = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, anySpan, (date, text) => {
      const span = parseSpan(text);
      fc.pre(span !== undefined);
      const then = add(new UTCDateMini(date.getTime()), span);
      expect(addSpan(date.toISOString().slice(0, 10), span)).toBe(then.toISOString().slice(0, 10));
    }),
  );
});
