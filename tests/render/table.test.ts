import Table from 'cli-table3';
import fc from 'fast-check';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Style } from '../../src/render/style';
import { table, type Column } from '../../src/render/table';
import { cells } from '../../src/render/width';
import { someText, someWords, withoutBlanks } from './texts';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly topics: string;
  readonly id: string;
}

/** Like those of the commands: some may be cut, some may go, one is a link. */
const COLUMNS: readonly Column<Row>[] = [
  { head: 'kind', show: ({ kind }) => kind, paint: (text, _, style) => style.cyan(text) },
  { head: 'name', show: ({ name }) => name, min: 24, link: ({ id }) => `https://x.example/${id}` },
  { head: 'topics', show: ({ topics }) => topics, min: 16, drop: 2 },
  { head: 'id', show: ({ id }) => id, drop: 1 },
];

const BOOK: Row = { kind: 'book', name: 'Watching Models', topics: 'monitoring', id: 'watching-models' };
const EVENT: Row = { kind: 'event', name: 'MLOps 日 🚀', topics: 'monitoring, feature-stores', id: 'mlops-day-2026' };

/** Colour and links made visible, and as wide as they are long. */
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

const linesOf = (text: string): string[] => text.split('\n');

test('rows stand under the heads of their columns', () => {
  expect(table([BOOK, EVENT], COLUMNS, 100)).toBe(
    [
      'KIND   NAME             TOPICS                      ID',
      'book   Watching Models  monitoring                  watching-models',
      'event  MLOps 日 🚀      monitoring, feature-stores  mlops-day-2026',
    ].join('\n'),
  );
});

test('of 150,000 rows, more than arguments have room for', () => {
  const rows = Array<Row>(150_000).fill(BOOK).concat(EVENT);
  expect(linesOf(table(rows, COLUMNS, 100)).slice(-2)).toEqual([
    'book   Watching Models  monitoring                  watching-models',
    'event  MLOps 日 🚀      monitoring, feature-stores  mlops-day-2026',
  ]);
});

test('a column that is empty in every row is left out', () => {
  const rows = [BOOK, EVENT].map((row) => ({ ...row, topics: '' }));
  expect(linesOf(table(rows, COLUMNS, 100))[0]).not.toContain('TOPICS');
  expect(linesOf(table([BOOK, ...rows], COLUMNS, 100))[0]).toContain('TOPICS');
});

test('columns go in their order, and the last two stay', () => {
  const row = { ...EVENT, id: 'x'.repeat(40), name: 'n'.repeat(40) };
  const heads = (width: number): string[] => linesOf(table([row], COLUMNS, width))[0]?.split(/ +/) ?? [];
  expect(heads(120)).toEqual(['KIND', 'NAME', 'TOPICS', 'ID']);
  expect(heads(80)).toEqual(['KIND', 'NAME', 'TOPICS']);
  // Sixty cells hold all that may stay: the topics are cut, not dropped.
  expect(heads(60)).toEqual(['KIND', 'NAME', 'TOPICS']);
  const wider = COLUMNS.map((column) => (column.head === 'name' ? { ...column, min: 40 } : column));
  expect(linesOf(table([row], wider, 60))[0]?.split(/ +/)).toEqual(['KIND', 'NAME']);
});

test('a column is never cut below its least width while another still has more', () => {
  const row = { ...EVENT, name: 'n'.repeat(60), topics: 't'.repeat(60), id: 'short' };
  const [, line = ''] = linesOf(table([row], COLUMNS, 80));
  expect(cells(line)).toBe(80);
  expect(line).toContain('short');
  expect(line.match(/n+…/)?.[0].length).toBeGreaterThanOrEqual(24);
  expect(line.match(/t+…/)?.[0].length).toBeGreaterThanOrEqual(16);
});

test('where it is narrow, a row is a block that begins with its name and still has every fact', () => {
  const text = table([BOOK, EVENT], COLUMNS, 40);
  expect(linesOf(text)[0]).toBe('Watching Models');
  for (const fact of Object.values(BOOK)) expect(text).toContain(fact);
  expect(text).toContain('MLOps 日 🚀');
});

describe('short forms, line breaks and wrapping', () => {
  /** Like those of deadlines: two short forms, one of them of two lines, and a name that may go on below. */
  const columns: readonly Column<Row>[] = [
    { head: 'kind', show: ({ kind }) => `kind of ${kind}`, short: ({ kind }) => kind },
    { head: 'id', show: ({ id }) => id.replace('-', ' = '), short: ({ id }) => id.replace('-', '\n= ') },
    { head: 'name', show: ({ name }) => name, min: 12, wrap: 2, link: ({ id }) => `https://x.example/${id}` },
  ];
  const row: Row = { kind: 'book', name: '* One two three four five six', topics: '', id: 'aaaaaaaaaa-bbbbbbbbbb' };

  test('the long forms where there is room', () => {
    expect(linesOf(table([row], columns, 70))).toEqual([
      'KIND          ID                       NAME',
      'kind of book  aaaaaaaaaa = bbbbbbbbbb  * One two three four five six',
    ]);
  });

  test('the leftmost gets shorter first, and no more of them than needed', () => {
    expect(linesOf(table([row], columns, 67))).toEqual([
      'KIND  ID                       NAME',
      'book  aaaaaaaaaa = bbbbbbbbbb  * One two three four five six',
    ]);
    expect(linesOf(table([{ ...row, name: `* ${'six '.repeat(10)}` }], columns, 66)).slice(0, 3)).toEqual([
      'KIND  ID            NAME',
      'book  aaaaaaaaaa    * six six six six six six six six six six',
      '      = bbbbbbbbbb',
    ]);
  });

  test('then the name goes on below, behind its mark', () => {
    const narrow = { ...row, kind: 'a kind with many words', id: 'aaaaaaaaaaaa-bbbbbbbbbbbb' };
    expect(linesOf(table([narrow, BOOK], columns, 60))).toEqual([
      'KIND                    ID              NAME',
      'a kind with many words  aaaaaaaaaaaa    * One two three four',
      '                        = bbbbbbbbbbbb    five six',
      'book                    watching        Watching Models',
      '                        = models',
    ]);
  });

  test('a column that can go does so first', () => {
    const droppable = [...columns, { head: 'extra', show: () => 'x'.repeat(40), drop: 1 }];
    expect(linesOf(table([row], droppable, 84))[0]).toMatch(/^KIND +ID +NAME +EXTRA$/);
    expect(linesOf(table([row], droppable, 73))[0]).toMatch(/^KIND +ID +NAME$/);
  });

  test('below that, a block with the long forms', () => {
    expect(linesOf(table([row], columns, 40))).toEqual([
      '* One two three four five six',
      '  kind of book · aaaaaaaaaa = bbbbbbbbbb',
    ]);
  });

  test('colour and links on every line of a cell, blanks outside', () => {
    const bold = columns.map((column) => ({
      ...column,
      paint: (text: string, _: Row, style: Style) => style.bold(text),
    }));
    const narrow = { ...row, kind: 'a kind with many words', id: 'aaaaaaaaaaaa-bbbbbbbbbbbb' };
    const [, , second = ''] = linesOf(table([narrow], bold, 60, painted));
    expect(second).toContain('  \u001b]8;;https://x.example/');
    expect(second).toContain('\u001b[1mfive six\u001b[22m');
    expect(second).toContain('\u001b[1m= bbbbbbbbbbbb\u001b[22m');
  });

  test('no text is lost by wrapping, and no line is too wide, whatever it says', () => {
    const name = someWords.map((words) => `* ${words}`);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), fc.integer({ min: 20, max: 120 }), (names, width) => {
        const rows = names.map((one) => ({ ...row, name: one }));
        for (const line of linesOf(table(rows, columns, width))) expect(cells(line)).toBeLessThanOrEqual(width);
        const text = table(rows, columns.slice(2), width);
        for (const line of linesOf(text)) expect(cells(line)).toBeLessThanOrEqual(width);
        expect(withoutBlanks(text).replace(/^NAME/, '')).toBe(withoutBlanks(names.join('')));
      }),
    );
  });
});

describe('whatever the rows', () => {
  const row: fc.Arbitrary<Row> = fc.record({
    kind: fc.constantFrom('book', 'event', 'community'),
    name: someWords,
    topics: someText,
    id: fc.constantFrom('a', 'mlops-day-2026', 'designing-machine-learning-systems'),
  });
  const rows = fc.array(row, { minLength: 1, maxLength: 6 });
  const width = fc.integer({ min: 20, max: 200 });

  test('no line is wider than the width, and none ends in blanks', () => {
    fc.assert(
      fc.property(rows, width, (given, most) => {
        for (const line of linesOf(table(given, COLUMNS, most))) {
          expect(cells(line)).toBeLessThanOrEqual(most);
          expect(line).toBe(line.trimEnd());
        }
      }),
    );
  });

  test('colour and links change nothing of the layout', () => {
    fc.assert(
      fc.property(rows, width, (given, most) => {
        const plain = linesOf(table(given, COLUMNS, most));
        const bare = linesOf(stripVTControlCharacters(table(given, COLUMNS, most, painted)));
        expect(bare.map((line) => line.trimEnd())).toEqual(plain);
      }),
    );
  });

  test('every kept cell begins in the same column of the screen', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 60, max: 200 }), (given, most) => {
        const [head = '', ...body] = linesOf(table(given, COLUMNS, most));
        const start = cells(head.slice(0, head.indexOf('NAME')));
        for (const [at, line] of body.entries()) {
          const kind = given[at]?.kind ?? '';
          const before = line.slice(0, line.length - line.slice(kind.length).trimStart().length);
          expect(cells(before)).toBe(start);
        }
      }),
    );
  });

  test('with room for everything, the cells are those of cli-table3', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const oracle = new Table({
          head: COLUMNS.map(({ head }) => head.toUpperCase()),
          style: { head: [], border: [] },
        });
        oracle.push(...given.map((one) => COLUMNS.map(({ show }) => show(one))));
        const theirs = linesOf(oracle.toString())
          .filter((line) => line.includes('│'))
          .map((line) =>
            line
              .split('│')
              .map((cell) => cell.trim())
              .filter(Boolean),
          );
        // A head without a cell is left out by ours.
        const isEmpty = given.every(({ topics }) => topics === '');
        const expected = theirs.map((line, at) =>
          at === 0 && isEmpty ? line.filter((cell) => cell !== 'TOPICS') : line,
        );
        const ours = linesOf(table(given, COLUMNS, 1000)).map((line) => line.split(/ {2,}/).filter(Boolean));
        expect(ours).toEqual(expected);
      }),
    );
  });
});
