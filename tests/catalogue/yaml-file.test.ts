import { describe, expect, test } from 'vitest';
import { parseYaml, type Path } from '../../src/catalogue/yaml-file';

const at = ({ line, column }: { line: number; column: number }): string => `${line}:${column}`;

describe('where things stand', () => {
  const text = [
    '# note',
    'entries:',
    '  - id: a',
    '    place: {city: Zürich, country: CH}',
    '  -',
    '    id: b',
    '',
  ].join('\n');
  test.each<[path: Path, where: string]>([
    [[], '2:1'],
    [['entries'], '3:3'],
    [['entries', 0], '3:5'],
    [['entries', 0, 'id'], '3:9'],
    [['entries', 0, 'place', 'city'], '4:19'],
    [['entries', 0, 'place', 'country'], '4:36'],
    [['entries', 1], '6:5'],
    [['entries', 1, 'id'], '6:9'],
    // What is missing stands where its nearest parent starts.
    [['entries', 0, 'name'], '3:5'],
    [['entries', 0, 'place', 'lat', 'x'], '4:12'],
    [['entries', 9, 'id'], '3:3'],
    [['nowhere'], '2:1'],
  ])('value at %j: %s', (path, where) => {
    expect(at(parseYaml(text).position(path))).toBe(where);
  });

  test.each<[path: Path, key: string, where: string]>([
    [[], 'entries', '2:1'],
    [['entries', 0], 'place', '4:5'],
    [['entries', 0, 'place'], 'country', '4:27'],
    [['entries', 0], 'nowhere', '3:5'],
    [['entries'], '0', '3:3'],
  ])('key of %j: %s at %s', (path, key, where) => {
    expect(at(parseYaml(text).keyPosition(path, key))).toBe(where);
  });

  test.each([
    ['CRLF', '- a: 1\r\n\r\n- b: 2\r\n', '3:6'],
    ['a BOM', '\uFEFF- a: 1\n\n- b: 2\n', '3:6'],
    ['no line feed at the end', '- a: 1\n\n- b: 2', '3:6'],
    ['wide characters before it', '- a: 1\n\n- b: 2 # 模型 🚀\n', '3:6'],
  ])('with %s', (_, text_) => {
    expect(at(parseYaml(text_).position([1, 'b']))).toBe('3:6');
  });

  test('a BOM is no column', () => {
    expect(at(parseYaml('\uFEFF- a: 1').position([0, 'a']))).toBe('1:6');
  });
});

describe('values', () => {
  test.each<[text: string, value: unknown]>([
    ['- 2026-02-30', ['2026-02-30']],
    ['- 2026-11-21', ['2026-11-21']],
    ['- 2026-11-21T18:00', ['2026-11-21T18:00']],
    ['- [yes, no, on, off, y, n]', [['yes', 'no', 'on', 'off', 'y', 'n']]],
    ['- 18:00', ['18:00']],
    ['- 0123', [123]],
    ['- [true, null, 1.5]', [[true, null, 1.5]]],
    ['- a: b\n  <<: {c: d}', [{ a: 'b', '<<': { c: 'd' } }]],
    ['', null],
    ['# only a note\n', null],
    ['---\n...\n', null],
  ])('%j', (text, value) => {
    expect(parseYaml(text)).toMatchObject({ value, faults: [] });
  });
});

describe('what is refused', () => {
  test.each([
    ['a quote without its end', '- id: "a\n  name: b\n', '3:1 Missing closing "quote'],
    [
      'an open bracket',
      '- [a, b\n',
      '2:1 Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['a tab for a space', '- a:\n\tb: 1\n', '2:1 Tabs are not allowed as indentation'],
    ['a key without a space', '- id: a\n  name:b\n', '2:3 Implicit map keys need to be followed by map values'],
    ['an alias', '- &x a\n- *x\n', '2:3 alias *x is not allowed: write the value out'],
    ['a merged alias', '- &x {a: 1}\n- <<: *x\n', '2:7 alias *x is not allowed: write the value out'],
    ['an alias of nothing', '- *x\n', '1:3 alias *x is not allowed: write the value out'],
    ['a tag of its own', '- !js/function a\n', '1:3 Unresolved tag: !js/function'],
    ['a date tag', '- !!timestamp 2026-11-21\n', '1:3 Unresolved tag: tag:yaml.org,2002:timestamp'],
    ['an ordered map', '- !!omap [a: 1]\n', '1:3 Unresolved tag: tag:yaml.org,2002:omap'],
    ['two documents', '- a\n---\n- b\n', '2:1 must be one YAML document: leave out the --- between entries'],
  ])('%s', (_, text, expected) => {
    const { value, faults } = parseYaml(text);
    expect(value).toBeUndefined();
    expect(faults.map((fault) => `${at(fault)} ${fault.message}`)).toContain(expected);
  });

  test('a key twice: a fault, and the rest of the file is still there to be checked', () => {
    const { value, faults } = parseYaml('- id: a\n  id: b\n');
    expect(value).toEqual([{ id: 'b' }]);
    expect(faults.map((fault) => `${at(fault)} ${fault.message}`)).toEqual(['2:3 Map keys must be unique']);
  });

  test('a bomb of aliases, at once', () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1}, `.repeat(i && 9)}x]`).join('\n');
    expect(parseYaml(bomb).faults.map((fault) => `${at(fault)} ${fault.message}`)).toEqual([
      '2:10 alias *a0 is not allowed: write the value out',
    ]);
  });

  test.each([
    ['brackets', '['.repeat(10_000)],
    ['closed brackets', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['braces', '{a: '.repeat(10_000)],
    ['dashes', '- '.repeat(10_000)],
  ])('10,000 nested %s: said once', (_, text) => {
    expect(parseYaml(text)).toMatchObject({ value: undefined, faults: [{ line: 1, message: 'is nested too deeply' }] });
  });
});
