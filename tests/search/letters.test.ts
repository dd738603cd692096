import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterAt, lettersOf, MOST_LETTER, wideLetterAt, wideLettersOf } from '../../src/search/letters';

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

test.each([
  { width: 1, least: 0, most: 127 },
  { width: 2, least: 128, most: 16_383 },
  { width: 3, least: 16_384, most: 2_097_151 },
])('numbers of which the greatest is $least to $most have $width letters', ({ width, least, most }) => {
  const greatest = fc.integer({ min: least, max: most });
  const others = fc.array(fc.integer({ min: 0, max: least }));
  fc.assert(
    fc.property(greatest, others, fc.nat(), (one, rest, at) => {
      const numbers = rest.toSpliced(at % (rest.length + 1), 0, one);
      const letters = wideLettersOf(numbers);
      expect(letters).toHaveLength(width * numbers.length);
      expect(numbers.map((_, place) => wideLetterAt(letters, place, width))).toEqual(numbers);
    }),
  );
  expect(wideLettersOf([least, most])).toHaveLength(2 * width);
});

test('every letter is one byte, and none ends a line', () => {
  const all = lettersOf(Array.from({ length: MOST_LETTER + 1 }, (_, one) => one)) + wideLettersOf([0, 127, 2_097_151]);
  expect(Buffer.from(all, 'latin1').toString('latin1')).toBe(all);
  expect(all).not.toMatch(/[\n\r]/);
  expect(wideLettersOf([])).toBe('');
});
