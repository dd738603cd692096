import type { Dictionary } from './dictionary';
import { encodeNumbers, forEachNumber } from './numbers';

/** Where a term stands in an entry: the words of all its values are counted through, ascending. */
export type Places = readonly number[];

/**
 * Behind the postings of a term: for each entry of theirs the words before the first place and between any two, each
 * counted from 1 and twice over, and one more where another follows; or 0 for an entry where its places are not kept.
 */
export function encodePlaces(places: Iterable<Places>): string {
  return encodeNumbers(placeNumbers(places));
}

function* placeNumbers(places: Iterable<Places>): Generator<number> {
  for (const list of places) {
    let previous = -1;
    for (const [at, place] of list.entries()) {
      yield 2 * (place - previous) + (at < list.length - 1 ? 1 : 0);
      previous = place;
    }
    if (list.length === 0) yield NOWHERE;
  }
}

/** Less than any place has, for the words before a place are counted from 1. */
const NOWHERE = 0;

/**
 * The places of one term in those entries that are wanted.
 * @param entries the entries of the term's postings, in their order
 */
export function readPlaces(
  dictionary: Dictionary,
  postings: number,
  entries: readonly number[],
  isWanted: (entry: number) => boolean,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  let at = 0;
  let place = -1;
  let list: number[] = [];
  forEachNumber(dictionary, dictionary.indexOf(' ', postings) + 1, (number) => {
    if (number !== NOWHERE) list.push((place += number >> 1));
    if (number % 2 === 1) return;
    const entry = entries[at] ?? -1;
    if (isWanted(entry)) found.set(entry, list);
    at += 1;
    place = -1;
    list = [];
  });
  return found;
}
