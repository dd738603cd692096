import fc from 'fast-check';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { GuideEvent } from '../../src/catalogue/schema';
import { deadlineItems, eventItem, type DayItem } from '../../src/query/day-items';
import { weeksOf } from '../../src/query/month';
import { ASCII, LINES } from '../../src/render/drawing';
import { hasGridRoom, monthGrid, monthTitle, type GridLook } from '../../src/render/month-grid';
import { plainStyle, type Style } from '../../src/render/style';
import { cells } from '../../src/render/width';
import { anEvent, zones } from '../helpers/entries';
import { someText } from './texts';

const moment = { now: Date.parse('2026-12-10T12:00Z'), zone: 'Europe/Berlin', zones };
const LOOK: GridLook = { width: 80, weekStart: 0, today: '2026-12-10', moment, drawing: LINES, style: plainStyle };
const event = (own: Partial<GuideEvent>): DayItem => eventItem(anEvent({ relevance: 'adjacent', ...own }), moment);
const grid = (items: readonly DayItem[], own: Partial<GridLook> = {}): string[] =>
  monthGrid('2026-12', items, { ...LOOK, ...own }).split('\n');

const painted: Style = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  underline: (text) => `\u001b[4m${text}\u001b[24m`,
  red: (text) => `\u001b[31m${text}\u001b[39m`,
  green: (text) => `\u001b[32m${text}\u001b[39m`,
  yellow: (text) => `\u001b[33m${text}\u001b[39m`,
  cyan: (text) => `\u001b[36m${text}\u001b[39m`,
  link: (text, url) => `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007`,
};

test('a week of all there is', () => {
  const cfp = { kind: 'cfp', label: 'Call', at: '2026-12-13' } as const;
  const items = [
    event({ name: 'Zoo', start: '2026-12-05', end: '2026-12-08', relevance: 'core' }),
    event({ name: 'A name', start: '2026-12-09', end: '2026-12-10', certainty: 'tentative' }),
    event({ name: 'Talk', start: '2026-12-10T18:00', timezone: 'America/New_York' }),
    event({ name: '监控大会二〇二六年', start: '2026-12-11' }),
    event({ name: 'No', start: '2026-12-12', status: 'cancelled' }),
    event({ name: 'Next', start: '2026-12-13', end: '2026-12-15' }),
    ...deadlineItems(anEvent({ name: 'Days', milestones: [cfp] }), moment),
  ];
  expect(grid(items).slice(4, 9)).toEqual([
    '├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤',
    '│7         │8         │9         │10 today  │11        │12        │13        │',
    '│◂*Zoo ━━━━━━━━━━━━━━┫│┣?A name ━━━━━━━━━━━┫│00:00 Talk│xNo       │┣Next ━━━▸│',
    '│          │          │          │          │监控大会… │          │!CFP Days │',
    '├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤',
  ]);
  expect(grid(items, { drawing: ASCII, weekStart: 6 }).slice(5, 8)).toEqual([
    '|6         |7         |8         |9         |10 today  |11        |12        |',
    '|<*Zoo =========================]|[?A name ===========]|00:00 Talk|xNo       |',
    '|          |          |          |          |          |监控大会… |          |',
  ]);
});

test('what finds no room is counted under its day', () => {
  const items = Array.from({ length: 9 }, (_, at) => event({ name: `E${at}`, start: '2026-12-01' }));
  expect(grid(items)[9]).toBe('│          │+3 more   │          │          │          │          │          │');
  expect(grid(items.slice(0, 7)).join('\n')).not.toContain('more');
});

test.each([
  ['2026-12', 'December 2026'],
  ['0987-01', 'January 0987'],
])('%s is %s', (month, title) => expect(monthTitle(month)).toBe(title));

test.each([
  [63, false],
  [64, true],
])('%i cells: a grid fits, %s', (width, is) => expect(hasGridRoom(width)).toBe(is));

test('names of weekdays are whole or all short', () => {
  expect(grid([], { width: 80 })[0]).toContain(' Wednesday ');
  expect(grid([], { width: 70, weekStart: 6 })[0]?.trim().split(/ +/)).toEqual(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']); // prettier-ignore
});

describe('whatever the items', () => {
  const day = fc.integer({ min: -10, max: 40 }).map((n) => new Date(Date.UTC(2026, 11, n)).toISOString().slice(0, 10));
  const span = fc.tuple(day, day).map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a }));
  const width = fc.integer({ min: 64, max: 260 });
  const weekStart = fc.integer({ min: 0, max: 6 });
  const style = fc.constantFrom(plainStyle, painted);

  test('every line is as wide as the grid, and that fits', () => {
    const item = fc.tuple(span, someText).map(([days, name]) => event({ ...days, name, url: 'https://x.example' }));
    fc.assert(
      fc.property(fc.array(item, { maxLength: 20 }), width, weekStart, style, (items, most, start, look) => {
        const [head = '', ...lines] = stripVTControlCharacters(
          grid(items, { width: most, weekStart: start, style: look }).join('\n'),
        ).split('\n');
        expect(cells(head)).toBeLessThanOrEqual(most);
        expect(new Set(lines.map(cells)).size).toBe(1);
        expect(cells(lines[0] ?? '')).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('each day of each item is drawn exactly once, its bar in one piece, or it is counted as hidden', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), width, weekStart, (spans, most, start) => {
        const letters = 'abcdefghijklmnopqrst';
        const items = spans.map((days, at) => event({ ...days, name: (letters[at] ?? '').repeat(300) }));
        const lines = grid(items, { width: most, weekStart: start }).slice(2);
        const cell = lines.at(-1)!.indexOf('┴') - 1;
        const weeks = weeksOf('2026-12', start);
        const drawn = new Map<string, number>();
        const hidden = new Map<string, number>();
        let week = 0;
        for (const line of lines) {
          if (line.startsWith('├')) week += 1;
          if (!line.startsWith('│')) continue;
          // From wall to wall it is one item, over as many columns as it has days.
          let column = 0;
          for (const text of line.slice(1, -1).split('│')) {
            const columns = (text.length + 1) / (cell + 1);
            const letter = /[a-t]/.exec(text.replace(/^\+.*|.*today.*/, ''))?.[0];
            const more = /^\+(\d+) more/.exec(text)?.[1];
            if (more !== undefined) hidden.set(weeks[week]?.[column] ?? 'nowhere', Number(more));
            if (letter !== undefined) expect(text).toMatch(new RegExp(`^[┣◂]?${letter}+…?[━ ]*[┫▸]?$`));
            for (let at = column; letter !== undefined && at < column + columns; at += 1) {
              const key = `${letter} ${weeks[week]?.[at] ?? 'nowhere'}`;
              drawn.set(key, (drawn.get(key) ?? 0) + 1);
            }
            column += columns;
          }
          expect(column).toBe(7);
        }
        const expected = items.flatMap(({ first, last }, at) =>
          weeks.flat().flatMap((name) => (name && first <= name && name <= last ? [`${letters[at]} ${name}`] : [])),
        );
        for (const [key, times] of drawn) expect([key, times, expected.includes(key)]).toEqual([key, 1, true]);
        for (const name of weeks.flat()) {
          if (name === undefined) continue;
          const due = expected.filter((key) => key.endsWith(name)).length;
          const there = [...drawn.keys()].filter((key) => key.endsWith(name)).length;
          expect([name, there + (hidden.get(name) ?? 0)]).toEqual([name, due]);
        }
      }),
    );
  });
});
