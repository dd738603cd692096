import type { SearchDocument } from './documents';

/** How much what leads under a topic or term is about it, the first of each list, and how much less each further one. */
const LEADING = { first: 0.97, step: 0.037 };
const FURTHER = { first: 0.7, step: 0.01 };
/** However long a list is, what stands in it is about it. */
const LEAST_CHOSEN = 0.57;
/** What is left to all others, against what their topics and texts say. */
const OTHERS = 0.6;

/**
 * Puts what somebody chose for a topic or term before what is only tagged with it or speaks of it.
 * @param shares number of a document → how much it is about the topic or term, 0 to 1
 * @param numberOf the number of a document by its id; undefined where there is none
 */
export function withLeading(
  { leading, further }: Pick<SearchDocument, 'leading' | 'further'>,
  shares: ReadonlyMap<number, number>,
  own: number,
  numberOf: (id: string) => number | undefined,
): Map<number, number> {
  if (leading.length + further.length === 0) return new Map(shares);
  const changed = new Map(Array.from(shares, ([number, share]) => [number, number === own ? share : OTHERS * share]));
  for (const [ids, { first, step }] of [
    [further, FURTHER],
    [leading, LEADING],
  ] as const) {
    ids.forEach((id, rank) => {
      const number = numberOf(id);
      if (number !== undefined) changed.set(number, Math.max(LEAST_CHOSEN, first - rank * step));
    });
  }
  return changed;
}
