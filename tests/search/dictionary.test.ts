import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, findTerm, termsFrom, termsWith } from '../../src/search/dictionary';
import { editDistance } from '../../src/search/distance';
import { termsNear } from '../../src/search/near-terms';
import { encodeNumber, forEachPlace } from '../../src/search/numbers';

/** As `buildIndex` lays it out, each term with a posting of its own; digits look like the digits of terms. */
function dictionaryOf(terms: readonly string[]): string {
  const written = [...new Set(terms)].map(bytesOf).sort((a, b) => (a < b ? -1 : 1));
  return written.map((term, at) => `${term} ${encodeNumber(at)}1${'2'.repeat(at % 3)}\n`).join('');
}
const term = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '2', '模', '型', 'é'), minLength: 1, maxLength: 9 });
const terms = fc.array(term, { maxLength: 60 });
const sorted = (list: readonly { term: string }[]) => list.map((found) => found.term).sort();
const kept = (list: readonly string[], isKept: (term: string) => boolean) => [...new Set(list)].filter(isKept).sort();

test('every term is found, with its postings, and no other', () => {
  fc.assert(
    fc.property(terms, term, (list, other) => {
      const dictionary = dictionaryOf(list);
      const written = kept(list, () => true)
        .map(bytesOf)
        .sort((a, b) => (a < b ? -1 : 1));
      for (const one of list) {
        const found = findTerm(dictionary, one);
        expect(dictionary.slice(found?.postings)).toMatch(
          new RegExp(`^\\${encodeNumber(written.indexOf(bytesOf(one)))}`),
        );
      }
      expect(findTerm(dictionary, other)?.term).toBe(list.includes(other) ? other : undefined);
    }),
    { numRuns: 300 },
  );
});

test('terms by their beginning, middle and end are those of a plain scan', () => {
  fc.assert(
    fc.property(terms, term, (list, part) => {
      const dictionary = dictionaryOf(list);
      expect(sorted(termsFrom(dictionary, part))).toEqual(kept(list, (one) => one.startsWith(part)));
      expect(sorted(termsWith(dictionary, part))).toEqual(kept(list, (one) => one.includes(part)));
      expect(sorted(termsWith(dictionary, part, true))).toEqual(kept(list, (one) => one.endsWith(part)));
    }),
    { numRuns: 500 },
  );
});

test('near terms are those of a plain scan', () => {
  const long = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), minLength: 4, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(long, { maxLength: 80 }), long, fc.constantFrom(1, 2), (list, word, most) => {
      const found = termsNear(dictionaryOf(list), word, most);
      expect(sorted(found)).toEqual(kept(list, (one) => editDistance(word, one, most) <= most));
      expect(found.map(({ distance }) => distance)).toEqual(
        found.map(({ term: one }) => editDistance(word, one, most)).sort(),
      );
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['trainnig', 'training'],
  ['trianing', 'training'],
  ['rtaining', 'training'],
  ['xtraining', 'training'],
  ['trainingx', 'training'],
  ['raining', 'training'],
  ['trian', 'train'],
])('%s is near %s wherever the error stands', (word, meant) => {
  expect(termsNear(dictionaryOf(['zebra', meant, 'apple']), word, 1)).toMatchObject([{ term: meant, distance: 1 }]);
});

test('places come back with their values, up to the end of the line', () => {
  const number = fc.oneof(fc.nat(100), fc.nat());
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number)), (pairs) => {
      const text = `term ${pairs.flat().map(encodeNumber).join('')}\nnext !!`;
      const read: [number, number][] = [];
      forEachPlace(text, 5, (place, value) => read.push([place, value]));
      let place = -1;
      expect(read).toEqual(pairs.map(([skipped, value]) => [(place += skipped + 1), value]));
      expect(text).toMatch(/^term [#-\xfe]*\nnext !!$/);
    }),
  );
});
