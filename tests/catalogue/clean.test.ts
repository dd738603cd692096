import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDeep, cleanText } from '../../src/catalogue/clean';

test.each([
  { name: 'plain text', text: 'MLOps 日 🚀 é', clean: 'MLOps 日 🚀 é' },
  { name: 'colours', text: '\u001b[31mred\u001b[0m', clean: 'red' },
  { name: 'a colour of 24 bits', text: '\u001b[38;2;1;2;3mx\u001b[m', clean: 'x' },
  { name: 'clearing the screen', text: 'a\u001b[2J\u001b[Hb', clean: 'ab' },
  { name: 'a hyperlink ended by BEL', text: '\u001b]8;;https://evil.example\u0007name\u001b]8;;\u0007', clean: 'name' },
  { name: 'a hyperlink ended by ST', text: '\u001b]8;;https://evil.example\u001b\\name\u001b]8;;\u001b\\', clean: 'name' },
  { name: 'a window title', text: '\u001b]0;owned\u0007x', clean: 'x' },
  { name: 'the clipboard', text: '\u001b]52;c;cm0gLXJm\u0007x', clean: 'x' },
  { name: 'CSI as one C1 character', text: '\u009b31mx', clean: 'x' },
  { name: 'a lone C1 character', text: 'a\u0085b', clean: 'a b' },
  { name: 'a lone escape at the end', text: 'x\u001b', clean: 'x ' },
  { name: 'line breaks and tabs', text: 'a\r\n\tb', clean: 'a b' },
  { name: 'line and paragraph separators', text: 'a\u2028b\u2029c', clean: 'a b c' },
  { name: 'NUL, BEL, backspace, DEL', text: 'a\u0000\u0007\u0008\u007fb', clean: 'a b' },
  { name: 'an override of direction', text: 'invoice\u202efdp.exe', clean: 'invoice fdp.exe' },
  { name: 'isolates of direction', text: 'a\u2066b\u2069c', clean: 'a b c' },
  { name: 'a joiner inside an emoji, which stays', text: '👩\u200d💻', clean: '👩\u200d💻' },
])('$name', ({ text, clean }) => {
  expect(cleanText(text)).toBe(clean);
});

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b', '[', ']', '8', ';', '\u0007', '\\', 'm', '\u009b', '\u009d', '\u0090', '\u0000', '\n', '\u202e', '\u2066'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});
// eslint-disable-next-line no-control-regex -- they are what it is about
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

test('whatever the text, nothing is left that a terminal would obey', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const clean = cleanText(text);
      expect(clean).not.toMatch(UNPRINTABLE);
      expect(cleanText(clean)).toBe(clean);
    }),
    { numRuns: 2000 },
  );
});

test('text without anything of the kind is left as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!UNPRINTABLE.test(text) && !/[\u200e\u200f]/.test(text));
      expect(cleanText(text)).toBe(text);
    }),
  );
});

test('every text inside a value is cleaned, and the value left untouched', () => {
  const value = { name: 'a\u001b[1mb', list: ['\u0007x', 1, null], place: { city: 'B\nC' }, year: 2024, isOn: true, none: undefined };
  const before = structuredClone(value);
  expect(cleanDeep(value)).toEqual({ ...value, name: 'ab', list: [' x', 1, null], place: { city: 'B C' } });
  expect(value).toEqual(before);
});
