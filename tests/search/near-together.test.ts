import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearTogether } from '../../src/search/near-together';
import { encodeNumbers } from '../../src/search/numbers';

const lists = fc.integer({ min: 0, max: 120 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    lists: fc.array(fc.uniqueArray(fc.nat(Math.max(0, count - 1)), { maxLength: count }), { maxLength: 30 }),
  }),
);

/** Bytes of the lists as steps, in an order. */
function size(all: readonly (readonly number[])[], order: readonly number[]): number {
  const places = new Map(order.map((thing, place) => [thing, place]));
  return all.reduce((sum, list) => {
    const ascending = list.map((thing) => places.get(thing) ?? 0).sort((a, b) => a - b);
    return sum + encodeNumbers(ascending.map((place, at) => 5 * (place - (ascending[at - 1] ?? -1) - 1))).length;
  }, 0);
}

test('has everything once, and the same for the same lists', () => {
  fc.assert(
    fc.property(lists, ({ lists: all, count }) => {
      const order = nearTogether(all, count);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, thing) => thing));
      expect(nearTogether(all, count)).toEqual(order);
    }),
  );
});

test('what stands in the same lists comes to stand side by side', () => {
  // Thirty families whose members are as far from each other as can be.
  const families = Array.from({ length: 30 }, (_, family) => Array.from({ length: 20 }, (_, at) => 30 * at + family));
  const all = families.flatMap((members) => [members, members.slice(0, 12), members.slice(6)]);
  const asTheyCame = Array.from({ length: 600 }, (_, thing) => thing);
  expect(size(all, nearTogether(all, 600))).toBeLessThan(0.7 * size(all, asTheyCame));
});
