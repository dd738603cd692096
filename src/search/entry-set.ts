import { findTerm, type Dictionary } from './dictionary';
import { forEachEntry } from './search-index';

/** A set of entries by number: 1 where one is in it. */
export type EntrySet = Uint8Array;

/** The entries that have any of the keys in a dictionary of facets or names. */
export function entriesWith(size: number, dictionary: Dictionary, keys: readonly string[]): EntrySet {
  const set = new Uint8Array(size);
  for (const key of keys) {
    const found = findTerm(dictionary, key);
    if (found) forEachEntry(dictionary, found.postings, (entry) => (set[entry] = 1));
  }
  return set;
}

export function complement(set: EntrySet): EntrySet {
  return set.map((is) => 1 - is);
}

/** @param sets all of the same size; none of them gives undefined, which stands for every entry */
export function intersection(sets: readonly EntrySet[]): EntrySet | undefined {
  const [first, ...others] = sets;
  return first?.map((is, entry) => (is && others.every((set) => set[entry]) ? 1 : 0));
}

export function union(size: number, sets: readonly EntrySet[]): EntrySet {
  const all = new Uint8Array(size);
  for (const set of sets) set.forEach((is, entry) => is && (all[entry] = 1));
  return all;
}
