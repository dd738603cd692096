import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDeep, cleanText } from '../../src/catalogue/clean';

test.each([
  ['plain text', 'MLOps 模型 🚀 Zürich', 'MLOps 模型 🚀 Zürich'],
  ['a colour', '\u001b[31mred\u001b[0m', 'red'],
  ['a hyperlink', '\u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007', 'here'],
  ['a C1 escape', '\u009b31mred', 'red'],
  ['a title of the window', 'a\u001b]0;owned\u0007b', 'ab'],
  ['line feeds and tabs', 'one\n\n\ttwo\r\nthree', 'one two three'],
  ['a null, a bell, a delete', 'a\u0000b\u0007c\u007fd', 'a b c d'],
  ['line and paragraph separators', 'a\u2028b\u2029c', 'a b c'],
  ['marks that turn the direction', 'a\u202egnp.exe\u202c\u2066b\u2069', 'a gnp.exe b '],
  ['half an escape', 'a\u001bb', 'a b'],
])('%s', (_, text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test('nothing unprintable is left of any text, and a second time changes nothing', () => {
  const nasty = fc.string({
    unit: fc.oneof(fc.constantFrom('\u001b', '[', ']', '0', 'm', ';', '\u0007', '\u009b', '\n'), fc.string()),
  });
  fc.assert(
    fc.property(nasty, (text) => {
      const clean = cleanText(text);
      expect(clean).not.toMatch(/\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(cleanText(clean)).toBe(clean);
    }),
  );
});

test('every text inside a value, and nothing but texts', () => {
  const value = { a: 'x\ty', list: ['\u001b[1mb', { c: '\u0000' }], n: 1.5, yes: true, none: null };
  const copy = structuredClone(value);
  expect(cleanDeep(value)).toEqual({ a: 'x y', list: ['b', { c: ' ' }], n: 1.5, yes: true, none: null });
  expect(value).toEqual(copy);
});

test('a key __proto__ stays a key', () => {
  const cleaned = cleanDeep(JSON.parse('{"__proto__": {"polluted": "a\\tb"}}'));
  expect(Object.keys(cleaned as object)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(cleaned)).toBe(Object.prototype);
});
