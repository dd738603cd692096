import type { SearchOptions } from './answer';
import { entriesWith, type EntrySet } from './entry-set';
import { WISH_WEIGHTS, type Wish } from './intent-words';
import { nameShares, namedExactly } from './names';
import { COMPLETE, PROMINENCE_SHARE, type Candidate } from './rank';
import type { Reading } from './reading';
import { isSubject, sameSubject } from './same-subject';
import { isMeaning, kindOf, prominenceOf, type SearchIndex } from './search-index';
import type { Tally } from './tally';

/** Where no more than so many entries have all words, those that lack one are given too. */
const FEW = 10;
/** Share of a question, by rarity, that an entry must have when it lacks a word: beside entries with all, and alone. */
const LACKING = { beside: 0.6, alone: 0.5 };
const FEWEST_WORDS_TO_LACK_ONE = 3;
/** What every entry has that is only wished for; what it is called still tells it from others. */
const WISHED = 0.5;
/** Share of the wishes from which an entry is an answer to a question of wishes only. */
const MOST_WISHES = 0.5;

/** Entries with all words of a question, or else with the most of them, each with its score. */
export function candidatesOf(
  index: SearchIndex,
  tally: Tally,
  reading: Reading,
  isLetIn: (entry: number) => boolean,
  { isPast }: SearchOptions,
): Candidate[] {
  const shares = nameShares(index, reading.keys, reading.beginning);
  const named = namedExactly(index, reading.keys[0]);
  const wishes = wishShares(index, reading.wishes, isPast);
  const entries = entriesIn(index, tally, reading, wishes, isLetIn);
  const found = entries.map((entry): Candidate => {
    const coverage = tally.coverage(entry);
    const base = tally.score(entry) + tally.most * (shares[entry] ?? 0) + (tally.most === 0 ? WISHED : 0);
    return {
      entry,
      base,
      score: base * coverage * coverage * (1 + PROMINENCE_SHARE * prominenceOf(index, entry)),
      coverage,
      wish: wishes[entry] ?? 0,
      isNamed: named.has(entry),
      isPast: kindOf(index, entry) === 'event' ? isPast?.(index.ids[entry] ?? '') : undefined,
      words: tally.wordsOf(entry),
    };
  });
  return isSubject(index, reading) && found.length > 0 && found.length < FEW
    ? [...found, ...sameSubject(index, found, FEW - found.length, isLetIn, isPast)]
    : found;
}

function entriesIn(
  index: SearchIndex,
  tally: Tally,
  reading: Reading,
  wishes: Float64Array,
  isLetIn: (entry: number) => boolean,
): number[] {
  if (tally.most === 0) {
    const all = Array.from(index.ids.keys());
    // Filters or wishes only.
    if (reading.wishes.length === 0) return all.filter(isLetIn);
    const text = tally.allWords;
    const wished = (least: number): number[] =>
      all.filter((entry) => ((wishes[entry] ?? 0) >= least || tally.wordsOf(entry) === text) && isLetIn(entry));
    const most = wished(MOST_WISHES);
    return most.length > 0 ? most : all.filter((entry) => (wishes[entry] ?? 0) > 0 && isLetIn(entry));
  }
  const { touched } = tally;
  const complete = touched.filter((entry) => tally.coverage(entry) >= COMPLETE && isLetIn(entry));
  if (complete.length >= FEW) return complete;
  const count = reading.units.filter(({ isOptional }) => !isOptional).flatMap(({ words }) => words).length;
  if (complete.length > 0 && count < FEWEST_WORDS_TO_LACK_ONE) return complete;
  const least = complete.length > 0 ? LACKING.beside : LACKING.alone;
  const most = touched.filter((entry) => tally.coverage(entry) >= least && isLetIn(entry));
  return most.length > 0 ? most : thingsNamed(index, reading).filter(isLetIn);
}

/** Where a question names a thing among words that nothing has, that thing: the tool of `kubeflow xyzzy`. */
function thingsNamed(index: SearchIndex, { units }: Reading): number[] {
  const named = units.flatMap(({ key, isOptional }) => (isOptional ? [] : [...namedExactly(index, key)]));
  return [...new Set(named)].filter((entry) => !isMeaning(index, entry)).sort((a, b) => a - b);
}

/** How far each entry is what was wished for, 0 to 1, each wish by its weight. */
function wishShares(index: SearchIndex, wishes: readonly Wish[], isPast: SearchOptions['isPast']): Float64Array {
  const size = index.ids.length;
  const shares = new Float64Array(size);
  const all = wishes.reduce((sum, { field }) => sum + WISH_WEIGHTS[field], 0);
  for (const wish of wishes) {
    fulfilling(index, wish, isPast).forEach((is, entry) => {
      if (is) shares[entry] = (shares[entry] ?? 0) + WISH_WEIGHTS[wish.field] / all;
    });
  }
  return shares;
}

/** The entries that are as wished for. */
export function fulfilling(index: SearchIndex, { field, facets }: Wish, isPast: SearchOptions['isPast']): EntrySet {
  if (field !== 'ahead') return entriesWith(index.ids.length, index.facets, facets);
  return Uint8Array.from(index.ids, (id, entry) => Number(kindOf(index, entry) === 'event' && isPast?.(id) === false));
}
