import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clashesOf } from '../../src/query/clashes';

interface Taking {
  readonly name: string;
  readonly starts: number;
  readonly ends: number;
}
const event = (name: string, starts: number, ends: number): Taking => ({ name, starts, ends });

test.each<[name: string, events: Taking[], found: string[]]>([
  ['nothing', [], []],
  ['one alone', [event('a', 0, 9)], []],
  ['one after the other', [event('a', 0, 5), event('b', 5, 9)], []],
  ['two', [event('a', 0, 5), event('b', 4, 9)], ['ab 4-5']],
  ['any order', [event('b', 4, 9), event('a', 0, 5)], ['ab 4-5']],
  ['one inside another', [event('a', 0, 9), event('b', 4, 5)], ['ab 4-5']],
  ['the same time', [event('a', 0, 9), event('b', 0, 9)], ['ab 0-9']],
  ['three at once', [event('a', 0, 5), event('b', 2, 8), event('c', 4, 9)], ['abc 4-5']],
  ['a chain', [event('a', 0, 4), event('b', 3, 7), event('c', 6, 9)], ['ab 3-4', 'bc 6-7']],
  ['a long one and two that do not meet', [event('a', 0, 9), event('b', 1, 3), event('c', 3, 5)], ['ab 1-3', 'ac 3-5']],
  ['what takes no time', [event('a', 0, 9), event('b', 4, 4), event('c', 6, 5)], []],
])('%s', (_, events, found) => {
  const said = clashesOf(events).map(
    ({ starts, ends, events: at }) => `${at.map(({ name }) => name).join('')} ${starts}-${ends}`,
  );
  expect(said).toEqual(found);
});

test('every pair that overlaps is in a group, each group is one, and none is part of another', () => {
  const instant = fc.integer({ min: 0, max: 30 });
  const some = fc.array(fc.tuple(instant, instant), { maxLength: 14 });
  fc.assert(
    fc.property(some, (spans) => {
      const events = spans.map(([starts, ends], at) => event(String(at), starts, ends));
      const groups = clashesOf(events);
      const overlap = (a: Taking, b: Taking): boolean =>
        a.starts < a.ends && b.starts < b.ends && a.starts < b.ends && b.starts < a.ends;
      for (const a of events) {
        for (const b of events) {
          if (a === b) continue;
          const together = groups.filter(({ events: at }) => at.includes(a) && at.includes(b));
          expect(together.length > 0).toBe(overlap(a, b));
        }
      }
      for (const { events: at, starts, ends } of groups) {
        expect([starts, ends]).toEqual([Math.max(...at.map((e) => e.starts)), Math.min(...at.map((e) => e.ends))]);
        expect(new Set(at).size).toBe(at.length);
        const holders = groups.filter((other) => at.every((one) => other.events.includes(one)));
        expect(holders).toHaveLength(1);
      }
      expect(groups.map(({ starts }) => starts)).toEqual(groups.map(({ starts }) => starts).sort((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});
