import { findTerm, termsWith } from './dictionary';
import { entriesWith, intersection, union, type EntrySet } from './entry-set';
import { otherNumbers } from './expand';
import { facetValue } from './facet-value';
import { valuesOf } from './filters';
import { wishOf } from './intent-words';
import { readPlaces } from './places';
import { forEachPosting, type SearchIndex } from './search-index';
import { fold, wordsOf } from './tokens';

/** The entries in which the words of a phrase stand side by side, in this order and form. */
export function entriesWithPhrase(index: SearchIndex, phrase: string): EntrySet {
  const parts = wordsOf(phrase).flatMap((word) => word.parts);
  const size = index.ids.length;
  const sets = parts.map((part) =>
    union(
      size,
      termsOf(index, part).map(({ postings }) => postingSet(index, postings)),
    ),
  );
  const all = intersection(sets) ?? new Uint8Array(size);
  if (parts.length < 2) return all;
  const places = parts.map((part) => placesOf(index, part, all));
  return all.map((is, entry) =>
    is &&
    (places[0]?.get(entry) ?? []).some((start) => places.every((list, more) => list.get(entry)?.includes(start + more)))
      ? 1
      : 0,
  );
}

/**
 * The entries that speak of a word or phrase that is not wanted: by their text (also in the other number), as one of
 * their topics, or by what the word says of their kind, cost and the like.
 */
export function entriesSpeakingOf(index: SearchIndex, words: string): EntrySet {
  const size = index.ids.length;
  const plain = facetValue(words);
  const numbers = [words, ...otherNumbers(fold(words))];
  const topics = valuesOf(index, 'topic').filter((id) => `-${id}-`.includes(`-${plain}-`));
  const wish = wishOf(fold(words));
  return union(size, [
    ...numbers.map((form) => entriesWithPhrase(index, form)),
    entriesWith(size, index.facets, [...topics.map((id) => `topic:${id}`), ...(wish?.facets ?? [])]),
  ]);
}

/** A single Chinese character is in no dictionary by itself, but in the pairs that have it. */
function termsOf({ terms }: SearchIndex, part: string) {
  const found = findTerm(terms, part);
  if (found || /^[\0-\x7f]*$/.test(part) || Array.from(part).length > 1) return found ? [found] : [];
  return termsWith(terms, part);
}

function postingSet(index: SearchIndex, postings: number): EntrySet {
  const set = new Uint8Array(index.ids.length);
  forEachPosting(index, postings, (entry) => (set[entry] = 1));
  return set;
}

function placesOf(index: SearchIndex, part: string, wanted: EntrySet): Map<number, number[]> {
  const found = findTerm(index.terms, part);
  if (!found) return new Map();
  const entries: number[] = [];
  forEachPosting(index, found.postings, (entry) => entries.push(entry));
  return readPlaces(index, found.postings, entries, (entry) => wanted[entry] === 1);
}
