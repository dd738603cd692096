import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceFrom, editDistance, nearest } from '../../src/search/distance';

/** The recurrence of optimal string alignment as it is written down, without a bound. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [endA, endB] = [a.slice(0, -1), b.slice(0, -1)];
  const options = [naive(endA, b) + 1, naive(a, endB) + 1, naive(endA, endB) + (a.at(-1) === b.at(-1) ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    options.push(naive(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...options);
}

test.each([
  ['', '', 0],
  ['traking', 'tracking', 1],
  ['trian', 'train', 1],
  ['kubernets', 'kubernetes', 1],
  ['kitten', 'sitting', 3],
  // Not 2: no letter is edited twice.
  ['ca', 'abc', 3],
])('%s → %s is %i', (a, b, distance) => {
  expect(editDistance(a, b, 5)).toBe(distance);
});

test('is the plain recurrence, cut off at the bound, also when one word meets many', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 5 }), fc.integer({ min: 0, max: 4 }), (a, others, most) => {
      const distanceTo = distanceFrom(a, most);
      expect(others.map(distanceTo)).toEqual(others.map((b) => Math.min(naive(a, b), most + 1)));
    }),
    { numRuns: 500 },
  );
});

test.each([
  { word: 'montoring', candidates: ['model-monitoring', 'observability'], near: ['model-monitoring'] },
  { word: 'Monitoring', candidates: ['drift', 'monitoring'], near: ['monitoring'] },
  { word: 'kube', candidates: ['cubes', 'kubernetes', 'tube'], near: ['kubernetes', 'tube'] },
  { word: 'webinr', candidates: ['summit', 'webinar', 'seminar'], near: ['webinar'] },
  { word: 'ab', candidates: ['cd', 'ac', 'abc', 'xyz'], near: ['ac', 'abc'] },
  { word: 'tracing', candidates: ['training', 'tracking', 'racing'], near: ['tracking', 'racing', 'training'] },
  { word: 'monitoring', candidates: ['aonitorinx', 'monitorin'], near: ['monitorin', 'aonitorinx'] },
  {
    word: 'desinging-systems',
    candidates: ['testing-systems', 'designing-systems-well'],
    near: ['designing-systems-well', 'testing-systems'],
  },
  { word: 'qwertz', candidates: ['book', 'course'], near: [] },
  { word: '', candidates: ['a', 'b'], near: [] },
])('near $word: $near', ({ word, candidates, near }) => {
  expect(nearest(word, candidates)).toEqual(near);
});

test('gives as many as asked for', () => {
  expect(nearest('book', ['books', 'boo', 'nook', 'look'], 2)).toEqual(['books', 'boo']);
  expect(nearest('book', ['books', 'boo', 'nook', 'look'])).toHaveLength(3);
});
