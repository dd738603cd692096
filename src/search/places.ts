import { encodeNumbers, forEachNumber } from './numbers';
import type { SearchIndex } from './search-index';

/** Where a term stands in an entry: the words of all its values are counted through, ascending. */
export type Places = readonly number[];

/**
 * The line of a term: for each entry of its postings the words before the first place and between any two, each
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
 * @param postings where those of the term stand in the dictionary
 * @param entries the entries of the term's postings, in their order
 */
export function readPlaces(
  { terms, places }: SearchIndex,
  postings: number,
  entries: readonly number[],
  isWanted: (entry: number) => boolean,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  let at = 0;
  let place = -1;
  let list: number[] = [];
  forEachNumber(places, lineAt(places, lineOf(terms, postings)), (number) => {
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

/** In which line of a text a character stands, from 0. */
function lineOf(text: string, character: number): number {
  let line = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < character; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}

function lineAt(text: string, line: number): number {
  let start = 0;
  for (let before = 0; before < line; before += 1) start = text.indexOf('\n', start) + 1;
  return start;
}
