import { expect, test } from 'vitest';
import { forShell, pathForShell } from '../../src/catalogue/shell-words';

test.each([
  ['feature store', 'feature store'],
  ['模型监控', '模型监控'],
  ["it's; rm -rf x", `"it's; rm -rf x"`],
  ['*', '"*"'],
  ['a & b', '"a & b"'],
  ['$HOME', "'$HOME'"],
  ['say "hi"', `'say "hi"'`],
  ["it's $1", "'it'\\''s $1'"],
])('%j is typed as %s', (words, typed) => {
  expect(forShell(words)).toBe(typed);
});

test('a path is one word', () => {
  expect(['my events.yaml', 'a/b.yaml', 'a&b'].map(pathForShell)).toEqual(['"my events.yaml"', 'a/b.yaml', '"a&b"']);
});
