import { describe, expect, test } from 'vitest';
import { meanOf, ndcg, recall, reciprocalRank, scoresOf, type Grade } from '../../bench/search/metrics';

const grades = (...pairs: readonly (readonly [string, Grade])[]) => new Map(pairs);
const THREE = grades(['best', 3], ['good', 2], ['fair', 1]);
const many = (count: number, grade: Grade) =>
  new Map(Array.from({ length: count }, (_, at) => [`e${at}`, grade] as const));

describe('nDCG@10', () => {
  // The discounts are 1, 1.58496, 2 for the first three places; the gains 7, 3 and 1.
  const IDEAL = 7 + 3 / 1.5849625007 + 1 / 2;
  test.each([
    { name: 'in the right order', ids: ['best', 'good', 'fair'], worth: 1 },
    { name: 'upside down', ids: ['fair', 'good', 'best'], worth: (1 + 3 / 1.5849625007 + 7 / 2) / IDEAL },
    { name: 'with a wrong one first', ids: ['x', 'best'], worth: 7 / 1.5849625007 / IDEAL },
    { name: 'with wrong ones at the end', ids: ['best', 'good', 'fair', 'x', 'y'], worth: 1 },
    { name: 'empty', ids: [], worth: 0 },
    { name: 'all wrong', ids: ['x', 'y'], worth: 0 },
  ])('an answer $name', ({ ids, worth }) => {
    expect(ndcg(ids, THREE)).toBeCloseTo(worth, 9);
  });

  test('more right entries than places ask for no more than the places', () => {
    expect(ndcg([...many(10, 3).keys()], many(30, 3))).toBe(1);
  });

  test('the eleventh place is worth nothing', () => {
    const ids = Array.from({ length: 10 }, (_, at) => `x${at}`);
    expect(ndcg([...ids, 'best'], THREE)).toBe(0);
    expect(ndcg([...ids.slice(1), 'best'], THREE)).toBeCloseTo(7 / Math.log2(11) / IDEAL, 9);
  });
});

test.each([
  { ids: ['best'], worth: 1 },
  { ids: ['fair', 'x', 'good'], worth: 1 / 3 },
  { ids: ['fair'], worth: 0 },
  { ids: [], worth: 0 },
])('the reciprocal rank of $ids is $worth', ({ ids, worth }) => {
  expect(reciprocalRank(ids, THREE)).toBeCloseTo(worth, 9);
});

test.each([
  { ids: ['best', 'good'], worth: 1 },
  { ids: ['fair', 'x', 'good'], worth: 1 / 2 },
  { ids: ['fair'], worth: 0 },
])('the recall of $ids is $worth', ({ ids, worth }) => {
  expect(recall(ids, THREE)).toBeCloseTo(worth, 9);
});

test('recall asks for no more entries than there are places', () => {
  expect(recall([...many(10, 2).keys()], many(40, 2))).toBe(1);
  expect(recall([...many(5, 2).keys()], many(40, 2))).toBe(0.5);
  expect(recall([...many(40, 2).keys()].reverse(), many(40, 2))).toBe(1);
});

test('where nothing is right, only the empty answer is', () => {
  const none = grades();
  expect(scoresOf([], none)).toEqual({ ndcg: 1, reciprocalRank: 1, recall: 1 });
  expect(scoresOf(['x'], none)).toEqual({ ndcg: 0, reciprocalRank: 0, recall: 0 });
});

test('means count every answer alike', () => {
  const scores = [
    { ndcg: 1, reciprocalRank: 1, recall: 0 },
    { ndcg: 0, reciprocalRank: 0.5, recall: 0 },
  ];
  expect(meanOf(scores)).toEqual({ ndcg: 0.5, reciprocalRank: 0.75, recall: 0 });
  expect(meanOf([])).toEqual({ ndcg: 0, reciprocalRank: 0, recall: 0 });
});
