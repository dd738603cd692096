import type { Kind } from '../catalogue/kinds';
import type { Explanation } from './explain';
import type { UnknownValue } from './filters';
import type { ParsedQuery } from './query-syntax';

export interface SearchOptions {
  /** Only these kinds; all when left out. */
  readonly kinds?: readonly Kind[] | undefined;
  /** Further filter, asked only of entries that have the words of the question. */
  readonly keep?: ((id: string) => boolean) | undefined;
  /** How many hits to give at most; all when left out. */
  readonly limit?: number | undefined;
  /** Takes words such as `free` and `podcasts` for words only, and not for what kind of thing is wanted. */
  readonly literal?: boolean | undefined;
  /** Asked of events: is it over? Left out, none is. */
  readonly isPast?: ((id: string) => boolean) | undefined;
  /**
   * Asked of events, and only where the question is about calls for papers: the months, YYYY-MM, in which calls that are open
   * close. None where none is; left out, none is anywhere.
   */
  readonly openCalls?: ((id: string) => readonly string[]) | undefined;
  /** YYYY-MM-DD where the reader is; asked for only by words such as `this year`, which mean nothing without it. */
  readonly today?: (() => string) | undefined;
  /** Says of every hit what its score is made of. */
  readonly explain?: boolean | undefined;
}

export interface Hit {
  readonly id: string;
  /** Above 0, rounded to 4 decimals; comparable within one answer only. */
  readonly score: number;
  /**
   * Names of the fields that matched, in field order; `asked` where people ask for it in such words, which it need not
   * have; then of the wishes that it fulfils: `['name', 'authors', 'asked', 'cost']`.
   */
  readonly matched: readonly string[];
  /** Index terms that matched, sorted, for highlighting. */
  readonly words: readonly string[];
  /** An event that is over. */
  readonly isPast: boolean;
  /** The question is its name or another that it goes by. */
  readonly isNamed: boolean;
  readonly explanation?: Explanation;
}

export interface SearchAnswer {
  /** Best first, equals by id. */
  readonly hits: readonly Hit[];
  /** How many there are without the limit. */
  readonly total: number;
  /** How many of these have all words of the question. */
  readonly complete: number;
  /** Those behind them that are only about the same topic, where few entries have the words. */
  readonly sameSubject?: { readonly topic: string; readonly count: number };
  /** Those that have not the words, but are events where, when and as they were asked for. */
  readonly wishedOnly: number;
  /** Words of the question that are nowhere in the index, not even nearly; folded, in the order typed. */
  readonly missing: readonly string[];
  /** No entry had all words: the hits are those with the most of them. */
  readonly partial: boolean;
  /** There are hits that have not a word, but are about what it hints at. */
  readonly hinted: boolean;
  /** Words that were searched in place of mistyped ones: the question with them; absent where there are none. */
  readonly corrected?: string;
  /** What may have been meant where words are missing: the question with words a little further away. */
  readonly suggestion?: string;
  /** What the words were taken to wish for: `kind course`, `cost free`. */
  readonly wishes: readonly string[];
  /** How many of the hits, without the limit, are all that was wished for. */
  readonly fulfilled: number;
  /** Ids of the topics and terms that the words name. */
  readonly concepts: readonly string[];
  /** Values in the question that no entry can have; then there are no hits. */
  readonly unknownValues: readonly UnknownValue[];
  /** Names before a colon that were read as words, and the fields they are near to. */
  readonly nearFields: ParsedQuery['nearFields'];
}
