/** Numbers from 0 up to 1 that look like chance, the same ones for the same seed. @see T. Ettinger, mulberry32 */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Picks any of the items, each as likely. */
export function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/**
 * Picks by rank as words of a language come: the n-th commonest 1/n as often as the first (Zipf's law).
 * @param items the commonest first
 */
export function zipf<T>(items: readonly T[], random: () => number): () => T {
  const sums = new Float64Array(items.length);
  let sum = 0;
  items.forEach((_, rank) => (sums[rank] = sum += 1 / (rank + 1)));
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const item = items[low];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
}
