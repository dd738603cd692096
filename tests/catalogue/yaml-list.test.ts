import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml, type Path } from '../../src/catalogue/yaml-file';
import { parseYamlList } from '../../src/catalogue/yaml-list';
import { quickYaml } from '../../src/catalogue/yaml-quick';

const at = ({ line, column }: { line: number; column: number }): string => `${line}:${column}`;

/** Every path of a value, of its mappings also one that is not there. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    pathsIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inner, [...path, Array.isArray(value) ? 999 : 'absent']];
}

/** The two ways of reading say the same of a text that both take. */
function expectSame(text: string): void {
  const whole = parseYaml(text);
  const list = parseYamlList(text);
  expect([text, list.value]).toEqual([text, whole.value]);
  for (const path of pathsIn(whole.value)) {
    expect([text, path, at(list.position(path))]).toEqual([text, path, at(whole.position(path))]);
    for (const key of ['id', 'absent']) {
      expect([path, key, at(list.keyPosition(path, key))]).toEqual([path, key, at(whole.keyPosition(path, key))]);
    }
  }
}

describe('a file read item by item', () => {
  test.each([
    ['a list', '- id: a\n  name: A\n- id: b\n'],
    ['an indented list', '# note\n\n  - id: a\n    name: A\n  # between\n  - id: b\n'],
    ['a list under its key', 'entries:\n  - id: a\n  - id: b\n'],
    ['a list as far left as its key', 'entries:\n- id: a\n- id: b\n'],
    [
      'keys before and behind',
      'stages:\n  - {id: s, name: S}\nentries: # all\n  - id: a\n\n  -\n    id: b\ncategories:\n  - id: c\n',
    ],
    ['a list in brackets', '[{id: a}, {id: b}]\n'],
    ['a list in brackets under its key', 'entries: [{id: a}]\n'],
    ['an empty list', 'entries: []\n'],
    ['nothing', ''],
    ['a note', '# none yet\n'],
    ['CRLF', 'entries:\r\n  - id: a\r\n    name: A\r\n  - id: b\r\n'],
    ['a BOM', '\uFEFF- id: a\n- id: b\n'],
    ['no line feed at the end', '- id: a\n- id: b'],
    [
      'texts over several lines',
      '- id: a\n  note: one\n    two\n\n    three\n- id: b\n  note: |\n    - no item\n    # no note\n- "c\n  - d"\n',
    ],
    ['an item that says dash', "- id: a\n  aliases:\n  - x\n  - '- y'\n- - z\n"],
    ['a document that begins and ends', '---\n- id: a\n...\n'],
  ])('%s', (_, text) => expectSame(text));

  test.each(readdirSync('data').filter((name) => name.endsWith('.yaml')))('data/%s', (name) => {
    const text = readFileSync(`data/${name}`, 'utf8');
    const list = parseYamlList(text);
    expect(list.faults).toEqual([]);
    expect(list.value).toEqual(parseYaml(text).value);
  });

  test('what is wrong in one item hides nothing in the others', () => {
    const { value, faults, unread } = parseYamlList('- id: a\n- id: "b\n- id: c\n  x: *y\n- id: d\n');
    expect(value).toEqual([{ id: 'a' }, undefined, undefined, { id: 'd' }]);
    expect(faults.map((fault) => `${at(fault)} ${fault.message}`)).toEqual([
      '3:1 Missing closing "quote',
      '4:6 alias *y is not allowed: write the value out',
    ]);
    expect(unread).toContain('id: "b');
    expect(unread).toContain('id: c');
    expect(unread).not.toContain('id: d');
  });

  test.each([
    ['a second list of entries', 'entries:\n  - id: a\nentries:\n  - id: b\n'],
    ['an item too far left', 'entries:\n    - id: a\n  - id: b\n'],
    ['a word as far left as the items', 'entries:\n  - id: a\n  ~\n'],
    ['a key behind a list', '- id: a\nstages: []\n'],
    ['an item behind keys', 'stages: []\n- id: a\n'],
    ['two documents', '- id: a\n---\n- id: b\n'],
    ['a tab', '- id: a\n\tname: b\n'],
  ])('%s is as wrong as in a whole file', (_, text) => {
    const messages = ({ faults }: ReturnType<typeof parseYaml>) =>
      faults.map((fault) => `${at(fault)} ${fault.message}`);
    expect(messages(parseYaml(text)).length).toBeGreaterThan(0);
    expect(messages(parseYamlList(text))).toEqual(messages(parseYaml(text)));
  });
});

const scalar = fc.oneof(
  fc.constantFrom(
    ..."a|b c|12|012|0|1.5|1e3|0x1f|0o7|-3|+4|.5|1_000|true|False|NULL|~|null|yes|2026-11-21|2026-11-21T18:00|18:00|12 Factors|9 a: b|a: b|a:|a #b|a#b|#c|&a b|*a|!t x|| x|> y|@x|`x|%x|- a|? a|:a|{a: b}|[a, b]|[a, 1, true]|[a,,b]|[]|[a: b]|['a']|'it''s'|'a' b|\"q\"|\"a\\\\n\"|\"a\" # c|'open|\"open|模型 监控|é|…|a,b|a]|x  |.inf|NaN|1.|0.10|00.5|1234567890123456".split(
      '|',
    ),
  ),
  fc.string({ unit: fc.constantFrom(...'ab:# -\'"[],{}0.1é模'), maxLength: 8 }),
);
const key = fc.constantFrom(
  'id',
  'name',
  'x-y',
  'null',
  'true',
  '1',
  'a b',
  '<<',
  'constructor',
  '__proto__',
  'entries',
);
const line = fc
  .tuple(fc.nat(3), fc.constantFrom('', '- ', '- - ', '-'), fc.option(key), scalar)
  .map(([indent, dash, name, value]) => `${'  '.repeat(indent)}${dash}${name === null ? value : `${name}: ${value}`}`);
const texts = fc.array(line, { minLength: 1, maxLength: 7 }).map((lines) => `${lines.join('\n')}\n`);

describe('any text', () => {
  test('that is read quickly means what the whole parser says, and has no fault', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const quick = quickYaml(text);
        if (!quick) return;
        const { value, faults } = parseYaml(text);
        expect(faults).toEqual([]);
        expect(quick.value).toEqual(value);
      }),
      { numRuns: 20_000 },
    );
  });

  test('that is sound as a whole is the same item by item; one that is not has a fault there too', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const whole = parseYaml(text);
        const list = parseYamlList(text);
        if (whole.faults.length === 0) expect(list.value).toEqual(whole.value);
        expect(list.faults.length > 0).toBe(whole.faults.length > 0);
      }),
      { numRuns: 20_000 },
    );
  });
});

test('most of the catalogue is plain enough to be read quickly', () => {
  const items = readFileSync('data/tools.yaml', 'utf8').split(/\n(?=- )/);
  expect(items.filter((item) => quickYaml(item)).length).toBeGreaterThan(items.length * 0.9);
});

test.each([
  ['- id: a\n  year: 2022\n  topics: [x, y]\n', [{ id: 'a', year: 2022, topics: ['x', 'y'] }]],
  [
    "- id: a\n  sources:\n    - ref: 'it''s: b'\n      verified: '2026-11'\n",
    [{ id: 'a', sources: [{ ref: "it's: b", verified: '2026-11' }] }],
  ],
  ['- id: a\u3000\n  name: b\u00a0 \n', [{ id: 'a\u3000', name: 'b\u00a0' }]],
  ['- id: a\n\u00a0 name: b\n', undefined],
  ["- id: a\n  name: 'b'\u00a0\n", undefined],
  ['- id: a\n  topics: [x, y\u2003]\n', [{ id: 'a', topics: ['x', 'y\u2003'] }]],
  ['- id: a\n  note: |\n    x\n', undefined],
  ['- id: a\n  note: one\n    two\n', undefined],
  ['- id: a\n  id: b\n', undefined],
])('%j quickly', (text, value) => {
  if (value) expect(parseYaml(text)).toMatchObject({ value, faults: [] });
  expect(quickYaml(text)?.value).toEqual(value);
});
