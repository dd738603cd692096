import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cells, fit, pad, widest, wrap } from '../../src/render/width';
import { graphemes, PIECES, someText, withoutBlanks } from './texts';

test.each([
  ['', 0],
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['监控', 4],
  ['한국', 4],
  ['あ', 2],
  ['，', 2],
  ['ﾊﾝ', 2],
  ['🚀', 2],
  ['👩‍💻', 2],
  ['🇨🇭', 2],
  ['𠀀', 2],
  ['…', 1],
  ['\u001b[31mred\u001b[0m', 3],
  ['MLOps 监控 🚀', 13],
])('%j takes %i cells', (text, width) => {
  expect(cells(text)).toBe(width);
});

test('the pieces of the properties below are as wide as they say', () => {
  expect(PIECES.narrow.map(cells)).toEqual(PIECES.narrow.map(() => 1));
  expect(PIECES.wide.map(cells)).toEqual(PIECES.wide.map(() => 2));
});

test.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 5, 'abcd…'],
  ['abcdef', 1, '…'],
  ['ab cdef', 4, 'ab…'], // no blank before the ellipsis
  ['监控模型', 8, '监控模型'],
  ['监控模型', 7, '监控模…'],
  ['监控模型', 6, '监控…'], // half of a character has no room
  ['🚀🚀🚀', 4, '🚀…'],
  ['𠀀𠀀𠀀', 4, '𠀀…'], // two code units each
  ['a…a…a', 3, 'a……'],
  ['—ж—ж—', 4, '—ж—…'],
  ['👩‍💻👩‍💻👩‍💻', 5, '👩‍💻👩‍💻…'],
])('%j fitted into %i cells is %j', (text, width, fitted) => {
  expect(fit(text, width)).toBe(fitted);
});

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 100, ['one two three']],
  ['incomprehensible', 6, ['incomp', 'rehens', 'ible']],
  ['监控模型的漂移', 6, ['监控模', '型的漂', '移']],
  ['用 MLOps 监控', 7, ['用', 'MLOps', '监控']],
  ['  blanks   around  ', 20, ['blanks around']],
  ['a\nb\tc', 9, ['a b c']],
  ['', 10, []],
  ['   ', 10, []],
])('%j broken at %i cells is %j', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

describe('whatever the text', () => {
  const width = fc.integer({ min: 2, max: 60 });

  test('fit stays inside the width and keeps a beginning of whole characters', () => {
    fc.assert(
      fc.property(someText, width, (text, most) => {
        const fitted = fit(text, most);
        expect(cells(fitted)).toBeLessThanOrEqual(most);
        if (cells(text) <= most) {
          expect(fitted).toBe(text);
          return;
        }
        const kept = graphemes(fitted);
        expect(kept.pop()).toBe('…');
        expect(graphemes(text).slice(0, kept.length)).toEqual(kept);
        // Not cut shorter than need be: half a wide character and a blank are the most that may stay empty.
        expect(cells(fitted)).toBeGreaterThanOrEqual(most - 2);
      }),
    );
  });

  test('pad fills up to the width, and cuts nothing', () => {
    fc.assert(
      fc.property(someText, width, (text, most) => {
        const padded = pad(text, most);
        expect(cells(padded)).toBe(Math.max(most, cells(text)));
        expect(padded.trimEnd()).toBe(text);
      }),
    );
  });

  test('wrap stays inside the width, loses no text and cuts no character', () => {
    fc.assert(
      fc.property(someText, width, (text, most) => {
        const lines = wrap(text, most);
        for (const line of lines) {
          expect(cells(line)).toBeLessThanOrEqual(most);
          expect(line).toBe(line.trim());
          expect(line).not.toBe('');
        }
        expect(lines.flatMap((line) => graphemes(withoutBlanks(line)))).toEqual(graphemes(withoutBlanks(text)));
      }),
    );
  });

  test('wrap cuts no word that fits a line, CJK apart', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-', '9'), minLength: 1, maxLength: 10 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 40 }), (given, most) => {
        expect(wrap(given.join(' '), most).flatMap((line) => line.split(' '))).toEqual(given);
      }),
    );
  });
});

test('a width without room for one character comes to an end all the same, and loses nothing', () => {
  for (const width of [-1, 0, 1]) expect(withoutBlanks(wrap('监控 ab', width).join(''))).toBe('监控ab');
  expect(fit('监控', 0)).toBe('…');
});

test('the widest of texts, however many there are', () => {
  expect([widest([]), widest(['', '']), widest(['abc', '监控'])]).toEqual([0, 0, 4]);
  expect(widest([...Array<string>(150_000).fill('a'), '🚀'])).toBe(2);
});
