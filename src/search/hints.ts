import type { SearchDocument } from './documents';
import { isFiller } from './fillers';
import { wordsOf } from './tokens';

/** A word that hints at one topic or term alone does so with all its weight; one that hints at many says nothing. */
export const HINT_SCALE = 20;
const MOST_HINTED = 12;

/**
 * What single words hint at: who types `phone` may mean machine learning at the edge, though no text there says so.
 * @returns term → number of a topic's or term's document → 1 to HINT_SCALE
 */
export function hintsIn(documents: readonly SearchDocument[]): Map<string, Map<number, number>> {
  const hinted = new Map<string, Set<number>>();
  documents.forEach(({ asked }, number) => {
    for (const word of asked.flatMap(wordsOf)) {
      if (isFiller(word.text)) continue;
      for (const part of word.parts) hinted.set(part, (hinted.get(part) ?? new Set()).add(number));
    }
  });
  return new Map(
    Array.from(hinted)
      .filter(([, { size }]) => size <= MOST_HINTED)
      .map(([term, numbers]) => {
        const strength = Math.max(1, Math.round(HINT_SCALE / Math.sqrt(numbers.size)));
        return [term, new Map(Array.from(numbers, (number) => [number, strength] as const))];
      }),
  );
}
