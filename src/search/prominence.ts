import type { Mention } from './mentions';

/** The highest figure: one digit of the stored index. */
export const MOST_PROMINENT = 20;

/**
 * How often other entries name each one: the catalogue's own measure of what is well known, which decides between
 * entries that fit the words alike.
 * @returns for each document twice the binary logarithm of one more than that, rounded; 0 to MOST_PROMINENT
 */
export function prominence(mentions: readonly ReadonlyMap<number, Mention>[]): number[] {
  return mentions.map(({ size }) => Math.min(MOST_PROMINENT, Math.round(2 * Math.log2(1 + size))));
}
