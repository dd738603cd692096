import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layWeek, type Days } from '../../src/query/week-lanes';
import { weeksOf } from '../../src/query/month';

const WEEK = weeksOf('2026-12', 0)[1] ?? []; // 7 to 13 December
const FIRST_WEEK = weeksOf('2026-12', 0)[0] ?? []; // from Tuesday the 1st
const days = (first: string, last = first): Days => ({ first: `2026-12-${first}`, last: `2026-12-${last}` });

test.each<[name: string, items: Days[], lanes: string[]]>([
  ['nothing', [], []],
  ['a day', [days('09')], ['2-2']],
  ['two that follow one another share a line', [days('07', '09'), days('10', '13')], ['0-2 3-6']],
  ['two that touch a day do not', [days('07', '09'), days('09', '13')], ['0-2', '2-6']],
  ['what comes first stands on top', [days('09'), days('07', '13')], ['2-2', '0-6']],
  ['a later one fills a gap above', [days('09'), days('07', '09'), days('10')], ['2-2 3-3', '0-2']],
  ['from before, to behind', [days('01', '08'), days('12', '20')], ['<0-1 5-6>']],
  ['all over it', [days('01', '20')], ['<0-6>']],
  ['other weeks', [days('01', '06'), days('14')], []],
])('%s', (_, items, expected) => {
  const { lanes, hidden } = layWeek(items, WEEK, 6);
  const drawn = lanes.map((lane) =>
    lane.map(({ from, to, before, after }) => `${before ? '<' : ''}${from}-${to}${after ? '>' : ''}`).join(' '),
  );
  expect(drawn).toEqual(expected);
  expect(hidden).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('nothing is laid on days of another month', () => {
  const [lane] = layWeek([{ first: '2026-11-30', last: '2026-12-02' }], FIRST_WEEK, 6).lanes;
  expect(lane).toMatchObject([{ from: 1, to: 2, before: true, after: false }]);
});

test('one line more than asked spares the line that would say so', () => {
  const items = [days('07'), days('07'), days('07'), days('08')];
  expect(layWeek(items, WEEK, 2)).toMatchObject({ lanes: [{ length: 2 }, {}, {}], hidden: [0, 0, 0, 0, 0, 0, 0] });
  expect(layWeek([...items, days('07', '08')], WEEK, 2)).toMatchObject({
    lanes: [{ length: 2 }, { length: 1 }],
    hidden: [2, 1, 0, 0, 0, 0, 0],
  });
});

const day = fc.integer({ min: 1, max: 31 }).map((number) => String(number).padStart(2, '0'));
const someItems = fc.array(
  fc.tuple(day, day).map(([a, b]) => (a < b ? days(a, b) : days(b, a))),
  { maxLength: 30 },
);

test('every day of every item is laid once or counted as hidden, and nothing lies on anything else', () => {
  fc.assert(
    fc.property(someItems, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 8 }), (items, weekStart, most) => {
      for (const week of weeksOf('2026-12', weekStart)) {
        const { lanes, hidden } = layWeek(items, week, most);
        expect(lanes.length).toBeLessThanOrEqual(most + 1);
        for (const [column, name] of week.entries()) {
          const covering = lanes.map((lane) => lane.filter(({ from, to }) => from <= column && column <= to));
          for (const there of covering) expect(there.length).toBeLessThanOrEqual(1);
          const drawn = covering.flat().map(({ item }) => item);
          const due = items.filter(({ first, last }) => name !== undefined && first <= name && name <= last);
          expect(drawn.length + (hidden[column] ?? NaN)).toBe(due.length);
          for (const item of drawn) expect(due).toContain(item);
          expect(new Set(drawn).size).toBe(drawn.length);
        }
        for (const lane of lanes) {
          for (const { item, from, to, before, after } of lane) {
            expect(before).toBe(item.first < (week[from] ?? ''));
            expect(after).toBe(item.last > (week[to] ?? ''));
          }
        }
      }
    }),
  );
});
