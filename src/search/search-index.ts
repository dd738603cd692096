import { KINDS, type Kind } from '../catalogue/kinds';
import type { AskedIndex } from './asked';
import type { Dictionary } from './dictionary';
import { letterAt } from './letters';
import { forEachPlace } from './numbers';

/**
 * How a term stands in an entry, as one number; many postings share one. Above: a bit for each field that has the
 * term, in the order of FIELDS. In the low 8 bits: its impact, what it adds to the score before its rarity is
 * counted in, 1 to IMPACT_SCALE, which is the share 1.
 */
export type Cell = number;

/** At most 255; finer steps would make more different cells, and so longer postings. */
export const IMPACT_SCALE = 200;

export const cellOf = (fields: number, impact: number): Cell => (fields << 8) | impact;

/**
 * How much an entry is about a topic or term, in steps: ABOUT_SCALE is all. One step is what each place in a list of
 * `leading` takes off (0.037, see `leading.ts`), and a little less than the twentieths of the shares in `about.ts`. The
 * file sets no such bound: any number below 110 is one byte there.
 */
export const ABOUT_SCALE = 27;
/**
 * In `names`: the name of the entry, another that it goes by, and of a topic the name of something that belongs to it:
 * of a thing (LOOSE_NAME), or of a narrower term (BROADER_NAME). Of those two the topic is not itself called so.
 */
export const OWN_NAME = 0;
export const OTHER_NAME = 1;
export const LOOSE_NAME = 2;
export const BROADER_NAME = 3;

/**
 * Everything an answer needs, in the form in which it is stored. Entries go by their number in `ids`. Postings are
 * pairs: entries skipped since the last one, and a number whose meaning each dictionary has of its own.
 */
export interface SearchIndex {
  /** Sorted, so that the number of an entry orders equal hits by id. */
  readonly ids: readonly string[];
  /** The kind of each of `ids`, as a letter: see `kindOf`. */
  readonly kinds: string;
  /** The place of each of `ids` among all of its kind, in the order of the catalogue: see `rowOf`. */
  readonly rows: string;
  /** How often the catalogue names each of `ids`, as a letter: see `prominenceOf`. */
  readonly prominence: string;
  /** The main topic of each of `ids`, as a letter: see `mainTopicOf`. */
  readonly mainTopics: string;
  readonly cells: readonly Cell[];
  /** Words. The number is that of a cell. */
  readonly terms: Dictionary;
  /** Where the words stand, a line for each of `terms` and in their order: see `places.ts`. Only phrases ask for it. */
  readonly places: string;
  /** Whole names as `nameKey` writes them: OWN_NAME, OTHER_NAME, LOOSE_NAME or BROADER_NAME. */
  readonly names: Dictionary;
  /** How people ask for entries without naming them. */
  readonly asked: AskedIndex;
  /**
   * Facets such as `cost:free`: 0, of `topic:…` the rank among the topics of the entry. And `about:…` with the id of a
   * topic or term: how much the entry is about it.
   */
  readonly facets: Dictionary;
}

/** Numbers of any size in digits, as many for each: one is found without a look at the others here, too. */
export function digitsOf(numbers: readonly number[]): string {
  const digits = numbers.map((one) => one.toString(36));
  const width = digits.reduce((most, { length }) => Math.max(most, length), 1);
  return digits.map((one) => one.padStart(width, '0')).join('');
}

/** The place of an entry among all of its kind; -1 where there is none of that number. */
export function rowOf({ ids, rows }: SearchIndex, entry: number): number {
  if (entry < 0 || entry >= ids.length) return -1;
  const width = rows.length / ids.length;
  return parseInt(rows.slice(entry * width, (entry + 1) * width), 36);
}

/** The kind of an entry; undefined where there is none of that number. */
export const kindOf = ({ kinds }: SearchIndex, entry: number): Kind | undefined => KINDS[letterAt(kinds, entry)];

/** Is it a topic or a term, which stands for a subject, and not a thing that is about one? */
export function isMeaning(index: SearchIndex, entry: number): boolean {
  const kind = kindOf(index, entry);
  return kind === 'topic' || kind === 'term';
}

/** How often the catalogue names an entry, as a logarithm: 0 is never. */
export const prominenceOf = ({ prominence }: SearchIndex, entry: number): number => letterAt(prominence, entry);

/** A number that entries of the same main topic have in common; 0 where there is none, or one of few entries. */
export const mainTopicOf = ({ mainTopics }: SearchIndex, entry: number): number => letterAt(mainTopics, entry);

/** The number of an entry; -1 where there is none of that id. */
export function numberOf({ ids }: SearchIndex, id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : -1;
}

/** Calls `visit` with every entry that has the term whose postings start there, ascending; `impact` is above 0, at most 1. */
export function forEachPosting(
  { cells, terms }: SearchIndex,
  postings: number,
  visit: (entry: number, fields: number, impact: number) => void,
): void {
  forEachEntry(terms, postings, (entry, number) => {
    const cell = cells[number];
    if (cell !== undefined) visit(entry, cell >> 8, (cell & 255) / IMPACT_SCALE);
  });
}

/** The same for the other dictionaries, with the number as it stands there. */
export function forEachEntry(
  dictionary: Dictionary,
  postings: number,
  visit: (entry: number, number: number) => void,
): void {
  forEachPlace(dictionary, postings, visit);
}
