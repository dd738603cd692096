import { expect, test } from 'vitest';
import { packRules, unpackRules } from '../../src/time/zone-rules';

const berlin = {
  starts: [-Infinity, Date.UTC(1990, 2, 25, 1), Date.UTC(1990, 8, 30, 1)],
  offsets: [60, 120, 60],
  abbreviations: ['CET', 'CEST', 'CET'],
};

test('the packed form is the documented one', () => {
  expect(packRules(berlin)).toBe(`[["CET","CEST"],[60,120],"01",60,[${83 * 24 + 1},${189 * 24}]]`);
});

test.each([
  { name: 'two changes', rules: berlin },
  { name: 'no change', rules: { starts: [-Infinity], offsets: [-720], abbreviations: ['-12'] } },
  {
    name: 'turns that do not go on to the end',
    rules: {
      starts: [-Infinity, ...[1, 2, 3, 4, 5, 6].map((month) => Date.UTC(2026, month, 1))],
      offsets: [0, 60, 0, 60, 120, 0, 120],
      abbreviations: ['A', 'B', 'A', 'B', 'C', 'A', 'C'],
    },
  },
  {
    name: 'one offset, two names',
    rules: { starts: [-Infinity, Date.UTC(2026, 10, 1, 9)], offsets: [-420, -420], abbreviations: ['PDT', 'MST'] },
  },
  {
    name: 'one name, two offsets, a change at the very start',
    rules: { starts: [-Infinity, Date.UTC(1990, 0, 1)], offsets: [120, 60], abbreviations: ['IST', 'IST'] },
  },
])('packed and unpacked again, rules are the same: $name', ({ rules }) => {
  expect(unpackRules(packRules(rules))).toEqual(rules);
});

test.each([
  { name: 'a change before 1990', starts: [-Infinity, Date.UTC(1989, 2, 26, 1)], count: 2 },
  { name: 'a change inside a minute', starts: [-Infinity, Date.UTC(1990, 2, 26, 1, 0, 30)], count: 2 },
  {
    name: 'more kinds than there are digits',
    starts: [-Infinity, ...Array.from({ length: 36 }, (_, at) => Date.UTC(1990, 1, at + 1))],
    count: 37,
  },
])('rules that the form cannot hold are refused: $name', ({ starts, count }) => {
  const offsets = Array.from({ length: count }, (_, index) => index);
  expect(() => packRules({ starts, offsets, abbreviations: offsets.map(String) })).toThrow(RangeError);
});
