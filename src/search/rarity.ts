/** So far from 0 that a word which all have still tells them apart by where they have it. */
const LEAST_RARITY = 0.1;

/** BM25's inverse document frequency. @param size how many there are @param found how many of them have the word */
export function rarityOf(size: number, found: number): number {
  return Math.max(LEAST_RARITY, Math.log(1 + (size - found + 0.5) / (found + 0.5)));
}
