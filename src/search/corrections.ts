import { findTerm, termsFrom } from './dictionary';
import { editDistance } from './distance';
import { otherNumbers } from './expand';
import { FIELDS } from './fields';
import { termsNear } from './near-terms';
import { forEachPosting, type SearchIndex } from './search-index';

/** What may have been meant by a word that the index does not have. */
export interface Near {
  readonly term: string;
  /** In edits; another first letter, which people rarely type, counts twice. */
  readonly distance: number;
}

/** Typing errors that are forgiven: none below 4 letters, 1 from 4, 2 from 8, 3 from 13; none in numbers. */
export function editsAllowed(term: string): 0 | 1 | 2 | 3 {
  if (term.length < 4 || /^\d+$/.test(term) || !/^[a-z\d]+$/.test(term)) return 0;
  if (term.length < 8) return 1;
  return term.length < 13 ? 2 : 3;
}

/** What may have been meant where nothing nearer is: one edit more, but never more than a third of the word. */
export function editsToSuggest(term: string): number {
  return /^[a-z\d]*[a-z][a-z\d]*$/.test(term) ? Math.min(editsAllowed(term) + 1, Math.floor(term.length / 3)) : 0;
}

/** In a shorter word one letter makes too many others: these must be in a name, or stand beside the other words. */
const LEAST_ANYWHERE = 8;
const TEXT_BITS = (1 << FIELDS.indexOf('summary')) | (1 << FIELDS.indexOf('definition'));

/**
 * Words of the index that may have been meant, the likeliest first: the nearest, then those that stand beside the
 * other words of the question, then the commonest.
 * @param others the other words of the question
 * @param most edits to forgive
 */
export function corrections(index: SearchIndex, word: string, others: readonly string[], most: number): Near[] {
  const beside = entriesWithAny(index, others);
  return termsNear(index.terms, word, most)
    .map(({ term, postings, distance }) => ({
      term,
      distance: distance + (hasOtherFirst(term, word) ? 1 : 0),
      ...countsOf(index, postings, beside),
    }))
    .filter(({ distance }) => distance <= most)
    .filter(({ term, together }) => word.length >= LEAST_ANYWHERE || together > 0 || isNamed(index, term))
    .sort((a, b) => a.distance - b.distance || b.together - a.together || b.all - a.all || (a.term < b.term ? -1 : 1))
    .map(({ term, distance }) => ({ term, distance }));
}

/** Words that begin nearly as one that is still being typed: `kubrn` for `kubernetes`. */
export function nearBeginnings(index: SearchIndex, word: string): string[] {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return [];
  return termsFrom(index.terms, word.slice(0, 1))
    .filter(({ term }) => [-1, 0, 1].some((more) => editDistance(word, term.slice(0, word.length + more), 1) <= 1))
    .filter(({ term }) => isNamed(index, term))
    .map(({ term }) => term);
}

/** Another first letter, not one that was left out, added or swapped with its neighbour: `cooking` for `booking`. */
function hasOtherFirst(a: string, b: string): boolean {
  return a.length === b.length && a[0] !== b[0] && a[0] !== b[1];
}

/** Does some entry have the word, in either number, in more than a running text? */
function isNamed(index: SearchIndex, term: string): boolean {
  return [term, ...otherNumbers(term)].some((form) => {
    const found = findTerm(index.terms, form);
    let is = false;
    if (found) {
      forEachPosting(index, found.postings, (_, fields) => {
        if (fields & ~TEXT_BITS) is = true;
      });
    }
    return is;
  });
}

function entriesWithAny(index: SearchIndex, words: readonly string[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) {
    const found = findTerm(index.terms, word);
    if (found) forEachPosting(index, found.postings, (entry) => counts.set(entry, (counts.get(entry) ?? 0) + 1));
  }
  return counts;
}

function countsOf(
  index: SearchIndex,
  postings: number,
  beside: ReadonlyMap<number, number>,
): { all: number; together: number } {
  let [all, together] = [0, 0];
  forEachPosting(index, postings, (entry) => {
    all += 1;
    together = Math.max(together, beside.get(entry) ?? 0);
  });
  return { all, together };
}
