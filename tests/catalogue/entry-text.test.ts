import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { entryText, entryTextIn, withItem, withItemReplaced } from '../../src/catalogue/entry-text';

const FILE = `# mine
entries:
  - id: a
    x: 1 # as it was

  # about b
  - id: b
    y: [p, q]
    z: |
      two
      lines

# the end
`;

describe('an entry as text', () => {
  test('keeps topics on a line, quotes what YAML 1.1 would guess wrong, and says nothing of its origin', () => {
    const entry = { id: 'a', topics: ['x', 'z'], start: '2027-01-21', place: { country: 'NO' }, origin: 'own:a.yaml' };
    expect(entryText(entry)).toBe("- id: a\n  topics: [x, z]\n  start: '2027-01-21'\n  place:\n    country: 'NO'\n");
  });

  test('is the entry when it is read again, whatever stands in it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((value) => !/\p{Surrogate}/u.test(value));
    fc.assert(
      fc.property(fc.record({ id: text, name: text, topics: fc.array(text, { minLength: 1 }) }), (entry) => {
        expect(parse(entryText(entry))).toEqual([entry]);
      }),
    );
  });
});

describe('an item of a file', () => {
  test('is found with its comments, outdented', () => {
    expect(entryTextIn(FILE, 'a')).toBe('- id: a\n  x: 1 # as it was\n');
    expect(entryTextIn(FILE, 'b')).toBe('- id: b\n  y: [p, q]\n  z: |\n    two\n    lines\n');
    expect(entryTextIn(FILE, 'c')).toBeUndefined();
  });

  test('is replaced, and every other byte stays', () => {
    const changed = withItemReplaced(FILE, 'a', '- id: a\n  x: 2\n  w:\n    - 3\n');
    expect(changed).toBe(FILE.replace('    x: 1 # as it was\n', '    x: 2\n    w:\n      - 3\n'));
    expect(withItemReplaced(FILE, 'c', '- id: c\n')).toBeUndefined();
  });

  test('put back as it was found changes nothing', () => {
    for (const id of ['a', 'b']) expect(withItemReplaced(FILE, id, entryTextIn(FILE, id) ?? '')).toBe(FILE);
  });
});

describe('one entry more', () => {
  test.each([
    ['an empty file', '', '- id: n\n'],
    ['a file of comments', '# mine\n', '# mine\n\n- id: n\n'],
    ['a list', '- id: a\n', '- id: a\n\n- id: n\n'],
    ['a list without a last line end', '- id: a', '- id: a\n\n- id: n\n'],
    ['an indented list', 'entries:\n  - id: a\n', 'entries:\n  - id: a\n\n  - id: n\n'],
    ['a list with more behind it', 'entries:\n- id: a\nstages: []\n', 'entries:\n- id: a\n\n- id: n\n\nstages: []\n'],
  ])('in %s', (_, text, expected) => {
    expect(withItem(text, '- id: n\n')).toBe(expected);
  });

  test.each(['[{id: a}]', 'a: b', 'just words', '- [unclosed'])('%s takes none', (text) => {
    expect(() => withItem(text, '- id: n\n')).toThrow(/is no (list|YAML)/);
  });
});
