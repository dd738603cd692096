import { findTerm, termsFrom } from './dictionary';
import { forEachEntry, OTHER_NAME, OWN_NAME, prominenceOf, type SearchIndex } from './search-index';

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
      if (number > OTHER_NAME) return;
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

/** Letters of a name that is being typed: with fewer nearly everything begins, and with more the words decide. */
const TYPED = { least: 3, most: 5 };
/** In steps of prominence: named by six others or more. */
const COMMON = 6;

/**
 * The commonest of the entries whose names begin with what is being typed, commonest first; none where that is a name
 * already. To those who type `data`, Databricks is one of hundreds that have the word, unless it is known to be common.
 */
export function commonlyBegun(index: SearchIndex, beginning: string): number[] {
  const { names } = index;
  if (beginning.length < TYPED.least || beginning.length > TYPED.most || findTerm(names, beginning)) return [];
  const begun = new Set<number>();
  for (const { postings } of termsFrom(names, beginning)) {
    forEachEntry(names, postings, (entry, number) => {
      if (number === OWN_NAME && prominenceOf(index, entry) >= COMMON) begun.add(entry);
    });
  }
  return [...begun].sort((a, b) => prominenceOf(index, b) - prominenceOf(index, a) || a - b);
}

/** The entries that the key is a name of. */
export function namedExactly({ names }: SearchIndex, key: string | undefined): Set<number> {
  const entries = new Set<number>();
  const found = key === undefined ? undefined : findTerm(names, key);
  if (found) {
    forEachEntry(names, found.postings, (entry, number) => {
      if (number <= OTHER_NAME) entries.add(entry);
    });
  }
  return entries;
}
