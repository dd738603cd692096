import type { Mention } from './mentions';

/**
 * The highest figure, which 1,023 entries give: so many name nothing in the bundled catalogue, but they may in a large one
 * of the reader's own, where fame must not outweigh the words. In the letter that it is stored as, it could be MOST_LETTER.
 */
export const MOST_PROMINENT = 20;

/**
 * How often other entries name each one: the catalogue's own measure of what is well known, which decides between
 * entries that fit the words alike.
 * @returns for each document twice the binary logarithm of one more than that, rounded; 0 to MOST_PROMINENT
 */
export function prominence(mentions: readonly ReadonlyMap<number, Mention>[]): number[] {
  return mentions.map(({ size }) => Math.min(MOST_PROMINENT, Math.round(2 * Math.log2(1 + size))));
}
