import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeNumber, encodeNumbers } from '../../src/search/numbers';
import { Occurrences, type Occurrence } from '../../src/search/occurrences';

const added = fc.array(
  fc.record({
    term: fc.constantFrom('drift', 'model', '模型', '__proto__', 'constructor'),
    skipped: fc.nat(3),
    cell: fc.nat(5000),
    places: fc.array(fc.nat(100_000), { maxLength: 4 }),
  }),
  { maxLength: 2000 },
);

test('terms come back with all that was added, entries ascending', () => {
  fc.assert(
    fc.property(added, (all) => {
      const occurrences = new Occurrences();
      const expected = new Map<string, Occurrence[]>();
      let entry = 0;
      for (const { term, skipped, cell, places } of all) {
        entry += skipped;
        occurrences.add(term, { entry, cell, places });
        expected.set(term, [...(expected.get(term) ?? []), { entry, cell, places }]);
      }
      const found = Array.from(occurrences.terms(), (term) => [term, Array.from(occurrences.of(term))] as const);
      expect(found).toEqual(Array.from(expected));
      expect(Array.from(occurrences.of('absent'))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('cells come the commonest first, each once', () => {
  const occurrences = new Occurrences();
  [7, 9, 9, 3, 9, 7].forEach((cell, entry) => occurrences.add('a', { entry, cell, places: [] }));
  expect(occurrences.cellsByUse()).toEqual([9, 7, 3]);
});

test('numbers are written one after the other as each is alone', () => {
  const number = fc.oneof(fc.nat(60), fc.nat(), fc.maxSafeInteger().map(Math.abs));
  fc.assert(
    fc.property(fc.array(number, { maxLength: 300 }), (numbers) => {
      expect(encodeNumbers(numbers)).toBe(numbers.map(encodeNumber).join(''));
    }),
  );
});
