import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv, jsonArray, markdown, tsv, type Field } from '../../src/render/formats';

type Row = readonly string[];
const FIELDS: readonly Field<Row>[] = ['one', 'two', 'three'].map((key, at) => ({
  key,
  value: (row) => row[at] ?? '',
}));

/** Anything that a cell could hold, with a liking for what has a meaning somewhere. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\n', '\r', '\t', '|', '\\', '`', '*', 'a', ' ', '监'),
  }),
);
const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 });

test('tab-separated: no header unless asked for, breaks inside a value become one blank', () => {
  const row = ['a\tb', 'c\r\nd', '=1'];
  expect(tsv([row], FIELDS, false)).toBe('a b\tc d\t=1');
  expect(tsv([row], FIELDS, true)).toBe('one\ttwo\tthree\na b\tc d\t=1');
  expect(tsv([], FIELDS, false)).toBe('');
});

test('tab-separated: whatever the values, each row is one line of as many cells as there are fields', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (given) => {
      const lines = tsv(given, FIELDS, false).split('\n');
      expect(lines).toHaveLength(given.length);
      for (const line of lines) expect(line.split('\t')).toHaveLength(FIELDS.length);
    }),
  );
});

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['=a,"b"', '"\'=a,""b"""'],
  ['a=b', 'a=b'],
  ['', ''],
])('comma-separated: %j is written as %j', (value, written) => {
  expect(csv([[value]], FIELDS.slice(0, 1))).toBe(`one\n${written}`);
});

/** RFC 4180, section 2, with line feeds. */
function parseCsv(text: string): string[][] {
  const found: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    let value = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (at >= text.length) throw new Error('a quote is not closed');
        if (text[at] === '"') at += 1;
        value += text.charAt(at);
      }
      at += 1;
    } else {
      const [plain = ''] = /^[^,\n]*/.exec(text.slice(at)) ?? [];
      if (plain.includes('"')) throw new Error('a quote in a plain cell');
      value = plain;
      at += plain.length;
    }
    found.at(-1)?.push(value);
    if (at < text.length && text[at] !== ',' && text[at] !== '\n')
      throw new Error(`"${text[at]}" behind a quoted cell`);
    if (text[at] === '\n') found.push([]);
    at += 1;
  }
  return found;
}

test('comma-separated: what is written reads back the same, formulas guarded', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const [head, ...body] = parseCsv(csv(given, FIELDS));
      expect(head).toEqual(['one', 'two', 'three']);
      expect(body).toEqual(given.map((row) => row.map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value))));
      for (const value of body.flat()) expect(value).not.toMatch(/^[=+\-@]/);
    }),
  );
});

test('Markdown: a table with links, in which no value can make a cell, a link or a tag', () => {
  const fields: Field<Row>[] = [
    { key: 'name', value: (row) => row[0] ?? '', link: (row) => row[1] },
    { key: 'note', value: (row) => row[2] ?? '' },
  ];
  const given = [
    ['Plain', 'https://x.example/a_(b)', 'a|b'],
    ['[x](javascript:1)', '', '<img src=x>\n*bold* `code` \\'],
  ].map(([name = '', url = '', note = '']) => [name, url, note]);
  expect(markdown(given, fields)).toBe(
    [
      '| name | note |',
      '| --- | --- |',
      '| [Plain](<https://x.example/a_(b)>) | a\\|b |',
      '| \\[x\\](javascript:1) | \\<img src=x\\> \\*bold\\* \\`code\\` \\\\ |',
    ].join('\n'),
  );
});

test('Markdown: whatever the values, each row is one line of as many cells as there are fields', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (given) => {
      const lines = markdown(given, FIELDS).split('\n');
      expect(lines).toHaveLength(given.length + 2);
      for (const line of lines) {
        // A bar counts unless an odd number of backslashes stands before it.
        const bars = line.replace(/\\./g, '').match(/\|/g) ?? [];
        expect(bars).toHaveLength(FIELDS.length + 1);
      }
    }),
  );
});

test('a JSON array is one document with one entry a line', () => {
  expect(jsonArray([])).toBe('[]');
  expect(jsonArray(['{"a":1}', '{"b":2}'])).toBe('[\n{"a":1},\n{"b":2}\n]');
});
