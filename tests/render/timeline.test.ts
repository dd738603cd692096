import fc from 'fast-check';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { GuideEvent } from '../../src/catalogue/schema';
import { eventItem, occurrenceItems } from '../../src/query/day-items';
import { ASCII, LINES } from '../../src/render/drawing';
import { plainStyle, type Style } from '../../src/render/style';
import { monthLine, timeAxis, weekLine } from '../../src/render/time-axis';
import { drawnCalls, timeline, type Bar, type TimelineLook } from '../../src/render/timeline';
import { cells } from '../../src/render/width';
import { addDays, daysBetween } from '../../src/time/day';
import { anEvent, aSeries, zones } from '../helpers/entries';
import { someText } from './texts';

const moment = { now: Date.parse('2026-11-21T12:00Z'), zone: 'Europe/Berlin', zones };
const LOOK: TimelineLook = { width: 80, today: '2026-11-21', drawing: LINES, style: plainStyle };
const bar = (own: Partial<GuideEvent>, more: Partial<Bar> = {}): Bar => ({
  item: eventItem(anEvent({ relevance: 'adjacent', ...own }), moment),
  ...more,
});
const drawn = (bars: readonly Bar[], own: Partial<TimelineLook> = {}): string[] =>
  timeline(bars, { ...LOOK, ...own }).split('\n');

const painted: Style = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  underline: (text) => text,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  red: (text) => `\u001b[31m${text}\u001b[39m`,
  green: (text) => `\u001b[32m${text}\u001b[39m`,
  yellow: (text) => `\u001b[33m${text}\u001b[39m`,
  cyan: (text) => `\u001b[36m${text}\u001b[39m`,
  link: (text, url) => `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007`,
};

const BARS = [
  bar({ name: 'Cohort', start: '2026-09-14', end: '2027-01-25', relevance: 'core' }),
  bar({ name: '监控大会', start: '2026-11-30', end: '2026-12-04', certainty: 'tentative' }),
  bar({ name: 'Zoo', start: '2026-12-02', end: '2026-12-03' }, { isTaken: true }),
  bar({ name: 'Off', start: '2026-12-02', status: 'cancelled' }),
  bar({ name: 'A long name of an event', start: '2026-12-16', end: '2026-12-17' }, { call: '2026-11-25' }),
];

test('bars, today, deadlines, and how many are on at once', () => {
  expect(drawn(BARS, { width: 72 })).toEqual([
    '                           Nov 2026       Dec',
    '                           16     23     30     7      14     21     28',
    '* Cohort                   ◂━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▸',
    '? 监控大会                      │        ┅┅┅┅┅ 30 Nov – 4 Dec',
    '# Zoo                           │         ┊━━ 2–3 Dec',
    'x Off                           │         ┊x 2 Dec',
    '  A long name of an event       │   !     ┊              ━━ 16–17 Dec',
    'at once                                  22332           22',
    '                                └ today, 21 Nov 2026',
  ]);
});

test('where it is narrow, the name stands above its bar', () => {
  expect(drawn(BARS.slice(1, 3), { width: 40, drawing: ASCII })).toEqual([
    'Nov 2026                      Dec',
    '16            23            30',
    '? 监控大会',
    '          |  30 Nov – 4 Dec ----------',
    '# Zoo',
    '          |             2–3 Dec ====',
    'at once',
    '                                2222',
    '          + today, 21 Nov 2026',
  ]);
});

test.each([
  { name: 'a single event, however far ahead', starts: ['2027-08-23'], hasToday: true },
  { name: 'up to 45 days before the first', starts: ['2027-01-05', '2027-01-05'], hasToday: true },
  { name: '46 days before it', starts: ['2027-01-06', '2027-01-06'], hasToday: false },
  { name: 'as many as the bars take', starts: ['2027-03-01', '2027-06-08'], hasToday: true },
  { name: 'one more than that', starts: ['2027-03-01', '2027-06-07'], hasToday: false },
])('$name: today and open calls on the axis is $hasToday', ({ starts, hasToday }) => {
  const bars = starts.map((start) => bar({ name: 'Far', start }, { call: '2026-12-01' }));
  const lines = drawn(bars);
  const { length } = starts;
  if (hasToday) {
    expect(lines.at(-1)).toMatch(/^ +└ today, 21 Nov/);
    expect(lines.filter((line) => /│ +!/.test(line))).toHaveLength(length);
    expect(drawnCalls(bars, LOOK)).toEqual({ drawn: length, before: 0 });
  } else {
    expect(lines.at(-1)).toMatch(/^ +◂ today, 21 Nov 2026$/);
    expect(lines.join('\n')).not.toMatch(/[│!]/);
    expect(drawnCalls(bars, LOOK)).toEqual({ drawn: 0, before: length });
  }
});

test('a call that its own bar hides is not drawn', () => {
  const bars = [bar({ start: '2026-11-24', end: '2026-11-27' }, { call: '2026-11-25' })];
  expect(drawn(bars).join('\n')).not.toContain('!');
  expect(drawnCalls(bars, LOOK)).toEqual({ drawn: 0, before: 0 });
});

test('days of a pattern share one line', () => {
  const found = ['2026-11-26', '2026-12-03'].map((day) => {
    const start = Date.parse(`${day}T18:00Z`);
    return { day, wall: `${day}T10:00`, start, end: start + 3_600_000 };
  });
  const [first] = occurrenceItems(aSeries({ name: 'Call' }), found, moment);
  const lines = drawn([{ item: { ...first!, also: ['2026-12-03'] } }], { width: 60 });
  expect(lines[2]).toMatch(/^~ Call +│ +~~ +┊ +~~$/);
});

test('what recurs neither lengthens the axis of what is dated, nor counts as one more at once', () => {
  const [first] = occurrenceItems(
    aSeries({ name: 'Call' }),
    [{ day: '2026-11-26', wall: '2026-11-26T10:00', start: Date.parse('2026-11-26T18:00Z'), end: 0 }],
    moment,
  );
  const dated = bar({ start: '2026-11-26', end: '2026-11-28' });
  const call = { item: { ...first!, also: ['2027-02-25'] } };
  const lines = drawn([dated, call]);
  expect(lines.slice(0, 2).map((line) => line.trim())).toEqual(
    drawn([dated])
      .slice(0, 2)
      .map((line) => line.trim()),
  );
  expect(lines.join('\n')).not.toContain('at once');
  expect(drawn([dated, dated]).join('\n')).toContain('at once');
});

describe('an axis', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-10-01', n));

  test('every day has a cell, in order, and a cell knows its days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), fc.integer({ min: 10, max: 200 }), (first, days, columns) => {
        const axis = timeAxis(first, addDays(first, days), columns);
        expect(axis.columns).toBeLessThanOrEqual(columns);
        let before = 0;
        for (let at = 0; at <= days; at += 1) {
          const column = axis.column(addDays(first, at));
          expect(column).toBeGreaterThanOrEqual(before);
          expect(column).toBeLessThan(axis.columns);
          const [from, to] = axis.daysAt(column);
          expect(from <= at && at <= to).toBe(true);
          before = column;
        }
        expect(axis.column(addDays(first, days + 1))).toBeGreaterThanOrEqual(axis.columns);
        expect(axis.column(addDays(first, -1))).toBeLessThan(0);
      }),
    );
  });

  test('names and numbers stand over their days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 10, max: 200 }), (first, days, columns) => {
        const axis = timeAxis(first, addDays(first, days), columns);
        expect(monthLine(axis).length).toBeLessThanOrEqual(axis.columns);
        expect((weekLine(axis) ?? '').length).toBeLessThanOrEqual(axis.columns);
        for (const { index, 0: number } of (weekLine(axis) ?? '').matchAll(/\d+/g)) {
          const [from] = axis.daysAt(index);
          const to = axis.daysAt(index)[1];
          const there = Array.from({ length: to - from + 1 }, (_, at) => addDays(first, from + at));
          expect(there.some((name) => Number(name.slice(8)) === Number(number))).toBe(true);
        }
      }),
    );
  });
});

describe('whatever the events', () => {
  const day = fc.integer({ min: -60, max: 300 }).map((n) => addDays('2026-11-21', n));
  const span = fc.tuple(day, fc.integer({ min: 0, max: 40 })).map(([start, n]) => ({ start, end: addDays(start, n) }));
  const width = fc.integer({ min: 30, max: 220 });

  test('no line is wider than the width, painted or not, and no name is lost', () => {
    const one = fc
      .tuple(span, someText, fc.option(day))
      .map(([days, name, call]) => bar({ ...days, name, url: 'https://x.example' }, { call: call ?? undefined }));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), width, (bars, most) => {
        const plain = drawn(bars, { width: most });
        for (const line of plain) expect(cells(line)).toBeLessThanOrEqual(most);
        const bare = stripVTControlCharacters(drawn(bars, { width: most, style: painted }).join('\n'));
        expect(bare.split('\n')).toEqual(plain);
      }),
    );
  });

  test('a bar is in one piece over its days, and as many are counted as are on', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 9 }), (spans) => {
        const upcoming = spans.filter(({ end }) => end >= LOOK.today);
        fc.pre(upcoming.length > 0);
        // One cell for each day, so that every cell can be told.
        const lines = drawn(upcoming.map((days) => bar({ ...days, name: 'E' })), { width: 1500 }); // prettier-ignore
        const rows = lines.slice(2, 2 + upcoming.length).map((line) => line.slice(3));
        const perDay = (lines[0] ?? '').length > 0 ? cellsPerDay(lines[1] ?? '') : NaN;
        for (const [at, { start, end }] of upcoming.entries()) {
          const bars = (rows[at] ?? '').match(/[◂━▸]+/g) ?? [];
          expect(bars).toHaveLength(1);
          const days = daysBetween(start, end) + 1;
          if (!/[◂▸]/.test(bars[0] ?? '')) expect(bars[0]!.length).toBe(days * perDay);
          else expect(bars[0]!.length).toBeLessThan(days * perDay);
        }
      }),
    );
  });

  /** From one Monday to the next, by seven. */
  function cellsPerDay(weeks: string): number {
    const [first, second] = [...weeks.matchAll(/\d+/g)].map(({ index }) => index);
    return second === undefined ? 3 : (second - (first ?? 0)) / 7;
  }
});
