const A = 'a'.charCodeAt(0);
/** The highest number that a letter can stand for: a letter is a byte of the file. */
export const MOST_LETTER = 0xff - A;

/** Small numbers as letters: one is found without a look at the others. */
export const lettersOf = (numbers: readonly number[]): string =>
  numbers.map((one) => String.fromCharCode(A + one)).join('');

/** NaN where there is none. */
export const letterAt = (letters: string, at: number): number => letters.charCodeAt(at) - A;
