import fc from 'fast-check';

/** Pieces of which every width is known: one cell, two cells, none. */
export const PIECES = {
  narrow: ['a', 'Z', '9', '-', 'é', 'ß', 'ж', 'ﾊ', '…', 'e\u0301'],
  wide: ['监', '控', '模', '한', 'あ', '，', '🚀', '👩‍💻', '🇨🇭', '𠀀'],
} as const;

const piece = fc.constantFrom(...PIECES.narrow, ...PIECES.wide);
const word = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));

/** Words with one blank between, in several scripts. */
export const someText = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
/** The same, of at least one word. */
export const someWords = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

/** What a reader sees as single characters. */
export function graphemes(text: string): string[] {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}

export const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');
