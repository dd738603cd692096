const A = 'a'.charCodeAt(0);
/** The highest number that a letter can stand for: a letter is a byte of the file. */
export const MOST_LETTER = 0xff - A;
/** How many a letter can stand for where several make one number. */
const WIDE = 128;

/** Small numbers as letters: one is found without a look at the others. */
export const lettersOf = (numbers: readonly number[]): string =>
  numbers.map((one) => String.fromCharCode(A + one)).join('');

/** NaN where there is none. */
export const letterAt = (letters: string, at: number): number => letters.charCodeAt(at) - A;

/** Numbers of any size as letters, as many for each, the highest digit first. */
export function wideLettersOf(numbers: readonly number[]): string {
  let width = 1;
  while (numbers.some((one) => one >= WIDE ** width)) width += 1;
  const digits = Array.from({ length: width }, (_, at) => WIDE ** (width - 1 - at));
  return lettersOf(numbers.flatMap((one) => digits.map((digit) => Math.floor(one / digit) % WIDE)));
}

/** @param width letters that each number has */
export function wideLetterAt(letters: string, at: number, width: number): number {
  let number = 0;
  for (let digit = at * width; digit < (at + 1) * width; digit += 1) number = number * WIDE + letterAt(letters, digit);
  return number;
}
