import { findTerm, termsFrom } from './dictionary';
import { forEachEntry, LOOSE_NAME, OWN_NAME, type SearchIndex } from './search-index';

/** What a whole name adds, in parts of what all words of the question can give. */
const WHOLE = { own: 1.2, other: 0.8 };
/** The most that a name which begins with the question adds: the nearer it is to its end, the more. */
const BEGUN = { own: 0.45, other: 0.25 };

/**
 * How much the names of entries speak for them, 0 upwards, by entry number.
 * @param keys names that the question may be, as `nameKey` writes them
 * @param beginning what a name that is still being typed begins with; empty where nothing is
 */
export function nameShares({ ids, names }: SearchIndex, keys: readonly string[], beginning: string): Float64Array {
  const shares = new Float64Array(ids.length);
  const give = (postings: number, { own, other }: typeof WHOLE, factor: number): void =>
    forEachEntry(names, postings, (entry, number) => {
      if (number === LOOSE_NAME) return;
      shares[entry] = Math.max(shares[entry] ?? 0, factor * (number === OWN_NAME ? own : other));
    });
  if (beginning !== '') {
    for (const { term, postings } of termsFrom(names, beginning)) {
      give(postings, BEGUN, 0.5 + (0.5 * beginning.length) / term.length);
    }
  }
  for (const key of keys) {
    const found = findTerm(names, key);
    if (found) give(found.postings, WHOLE, 1);
  }
  return shares;
}

/** The entries that the key is a name of. */
export function namedExactly({ names }: SearchIndex, key: string | undefined): Set<number> {
  const entries = new Set<number>();
  const found = key === undefined ? undefined : findTerm(names, key);
  if (found) {
    forEachEntry(names, found.postings, (entry, number) => {
      if (number !== LOOSE_NAME) entries.add(entry);
    });
  }
  return entries;
}
