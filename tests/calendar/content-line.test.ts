import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, contentLine, escapeText, oneLine, textLine, uriValue } from '../../src/calendar/content-line';

test.each([
  { name: 'every line break', text: 'a\r\nb\rc\nd\ve\ff\u0085g\u2028h\u2029i', clean: 'a\nb\nc\nd\ne\nf\ng\nh\ni' },
  { name: 'two line breaks', text: 'a\n\rb', clean: 'a\n\nb' },
  { name: 'a tab', text: 'a\tb', clean: 'a b' },
  { name: 'controls', text: 'a\u0000\u0007\u001b[31m\u007f\u009bb', clean: 'a[31mb' },
  { name: 'half a pair', text: 'a\ud83db\ude00', clean: 'a\ufffdb\ufffd' },
  { name: 'nothing', text: 'Zürich 🚀 机器学习', clean: 'Zürich 🚀 机器学习' },
])('cleanText: $name', ({ text, clean }) => {
  expect(cleanText(text)).toBe(clean);
});

test('oneLine: a line break is one space', () => {
  expect(oneLine('\nMLOps \r\n\r\n World\u2028 2027\n')).toBe('MLOps World 2027');
});

test('escapeText: backslash, semicolon, comma and line break, each once', () => {
  expect(escapeText('a\\n,b;c\nd:"e"')).toBe('a\\\\n\\,b\\;c\\nd:"e"');
});

test.each([
  ['https://example.org/a,b;c?d=e&f#g', 'https://example.org/a,b;c?d=e&f#g'],
  ['https://example.org/a%20b', 'https://example.org/a%20b'],
  ['https://example.org/ü 🚀"<>\\', 'https://example.org/%C3%BC%20%F0%9F%9A%80%22%3C%3E%5C'],
  ['https://example.org/\r\nATTENDEE:x', 'https://example.org/%0AATTENDEE:x'],
])('uriValue: %s', (url, value) => {
  expect(uriValue(url)).toBe(value);
});

test.each([
  { name: '75 octets stay', value: 'x'.repeat(73), lines: [`A:${'x'.repeat(73)}`] },
  { name: '76 are folded', value: 'x'.repeat(74), lines: [`A:${'x'.repeat(73)}`, ' x'] },
  { name: 'the space counts', value: 'x'.repeat(148), lines: [`A:${'x'.repeat(73)}`, ` ${'x'.repeat(74)}`, ' x'] },
  { name: 'no character is split', value: `${'x'.repeat(70)}🚀é`, lines: [`A:${'x'.repeat(70)}`, ' 🚀é'] },
])('contentLine: $name', ({ value, lines }) => {
  expect(contentLine('A', value)).toBe(lines.join('\r\n'));
});

test('any text is folded within 75 octets, and unfolds to what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const line = textLine('SUMMARY', text);
      for (const part of line.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
      expect(Buffer.from(line).toString()).toBe(line); // no pair is torn apart
      const whole = line.replaceAll('\r\n ', '');
      expect(whole).toBe(`SUMMARY:${escapeText(cleanText(text))}`);
      expect(whole).not.toMatch(/[\r\n]/);
    }),
  );
});
