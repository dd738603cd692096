import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterAt, lettersOf, MOST_LETTER } from '../../src/search/letters';

test('small numbers come back, each found by its place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: MOST_LETTER })), (numbers) => {
      const letters = lettersOf(numbers);
      expect(letters).toHaveLength(numbers.length);
      expect(numbers.map((_, at) => letterAt(letters, at))).toEqual(numbers);
      expect(letterAt(letters, numbers.length)).toBeNaN();
    }),
  );
});

test('every letter is one byte, and none ends a line', () => {
  const all = lettersOf(Array.from({ length: MOST_LETTER + 1 }, (_, one) => one));
  expect(Buffer.from(all, 'latin1').toString('latin1')).toBe(all);
  expect(all).not.toMatch(/[\n\r]/);
});
