import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreeing } from '../../src/search/agreeing';
import { buildIndex } from '../../src/search/build';
import type { Candidate } from '../../src/search/rank';
import { numberOf } from '../../src/search/search-index';
import { aBook } from './fixture';

const index = buildIndex([
  aBook({ id: 'bowl', name: 'Bowl', topics: ['clay'] }),
  aBook({ id: 'cup', name: 'Cup', topics: ['clay', 'glass'] }),
  aBook({ id: 'jar', name: 'Jar', topics: ['glass', 'clay'] }),
  aBook({ id: 'sock', name: 'Sock', topics: ['wool'] }),
]);

const candidate = (id: string, score: number): Candidate => ({
  ...{ entry: numberOf(index, id), score, base: score, lacking: 1, asked: 0, ofKind: 1, agrees: 1, coverage: 1 },
  ...{ hasMost: true, wish: 0, isNamed: false, isPast: undefined, words: 1 },
});
const scores = (found: readonly Candidate[]): Record<string, number> =>
  Object.fromEntries(agreeing(index, found).map(({ entry, score }) => [index.ids[entry] ?? '', score]));

describe('what is about the same as the best', () => {
  test('comes before what has the words alike and is about something else', () => {
    const after = scores([candidate('bowl', 10), candidate('jar', 9), candidate('cup', 5), candidate('sock', 5)]);
    expect(after.cup).toBeGreaterThan(after.sock ?? Infinity);
    expect(after.sock).toBeLessThan(5.5);
  });

  test('by its main topic: another does not count', () => {
    const after = scores([candidate('bowl', 10), candidate('cup', 5), candidate('jar', 5), candidate('sock', 1)]);
    expect(after.cup).toBeGreaterThan(after.jar ?? Infinity);
  });

  test('what has no topic raises nothing, and is not raised', () => {
    const [bare, other] = ['bare', 'other'].map((id) => aBook({ id, name: id, topics: [] }));
    const plain = buildIndex(
      [bare, other, aBook({ id: 'cup', name: 'Cup', topics: ['clay'] })].flatMap((one) => one ?? []),
    );
    const found = [10, 5, 4].map((score, entry) => ({ ...candidate('bowl', score), entry }));
    expect(agreeing(plain, found).map(({ agrees }) => agrees)).toEqual([1, 1.25, 1]);
  });

  test('says by how much', () => {
    const found = [candidate('bowl', 10), candidate('cup', 9), candidate('sock', 5)];
    for (const { score, base, agrees } of agreeing(index, found)) expect(score).toBe(base * agrees);
  });

  test('of two there is nothing to agree on, nor of what has no score', () => {
    const two = [candidate('bowl', 10), candidate('sock', 5)];
    expect(agreeing(index, two)).toEqual(two);
    const none = [candidate('bowl', 0), candidate('cup', 0), candidate('sock', 0)];
    expect(agreeing(index, none)).toEqual(none);
  });

  test('no score falls, none rises by much, and the best stays ahead of what has far less', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(score, score, score, score, (a, b, c, d) => {
        const before = { bowl: a, cup: b, jar: c, sock: d };
        const after = scores(Object.entries(before).map(([id, one]) => candidate(id, one)));
        for (const [id, one] of Object.entries(before)) {
          expect(after[id]).toBeGreaterThanOrEqual(one);
          expect(after[id]).toBeLessThanOrEqual(1.25 * one + 1e-9);
        }
      }),
    );
  });
});
