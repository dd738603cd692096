import { bytesOf, dictionaryOf, termsFrom, type Dictionary } from './dictionary';
import { isJoining } from './fillers';
import { encodeNumbers, forEachNumber } from './numbers';
import { wordsOf } from './tokens';
import { stems } from './word-forms';

/** A way of asking for entries without naming them: `phone` means machine learning at the edge. */
export interface Asking {
  readonly phrase: string;
  readonly ids: readonly string[];
}

/** What the words of questions say about what is meant: `learn` finds it out. */
export interface Learned {
  /** The rarity of a word that no phrase has. */
  readonly unknown: number;
  /** Ids of the entries that are asked for; what is asked for in the most words first. */
  readonly owners: readonly string[];
  readonly words: readonly LearnedWord[];
}

export interface LearnedWord {
  readonly term: string;
  /** How few of the phrases have it, a whole number: see `learn`. */
  readonly rarity: number;
  /**
   * Owners by their place, ascending, and how much the word speaks for each, a whole number; below 0, against it. Those of
   * which it says little are left out.
   */
  readonly weights: readonly (readonly [owner: number, weight: number])[];
}

/** The same as it is stored, for one catalogue; numbers as `encodeNumbers` writes them. */
export interface AskedIndex {
  readonly unknown: number;
  /** Words. The postings are the rarity, and then by twos owners skipped since the last one and the weight. */
  readonly terms: Dictionary;
  /** Which entries the owners are, by their numbers. */
  readonly owners: string;
}

/** What every entry starts with, before a word has spoken for it: of so many, few are meant. */
export const BEFORE = -8;
/** Rarities of words are stored as whole numbers of such parts. */
export const RARITY_STEPS = 2;

/** Weights stay within these bounds, so that each is written with one digit. */
const LEAST_WEIGHT = -8;
const MOST_WEIGHT = 19;

/** @param numberOf the number of an entry by its id; undefined where there is none: then nobody asks for it */
export function askedIndex(
  { unknown, owners, words }: Learned,
  numberOf: (id: string) => number | undefined,
): AskedIndex {
  const entries = owners.map(numberOf);
  const known = entries.filter((entry) => entry !== undefined);
  const places = new Map(known.map((entry, place) => [entry, place]));
  const placed = words.map((word) => ({
    ...word,
    weights: word.weights.flatMap(([owner, weight]) => {
      const place = places.get(entries[owner] ?? -1);
      return place === undefined ? [] : [[place, weight] as const];
    }),
  }));
  return {
    unknown,
    terms: dictionaryOf(placed.map((word) => [bytesOf(word.term), encodeNumbers(numbersOf(word))])),
    owners: encodeNumbers(known),
  };
}

function* numbersOf({ rarity, weights }: LearnedWord): Generator<number> {
  yield rarity;
  let previous = -1;
  for (const [owner, weight] of weights) {
    yield owner - previous - 1;
    yield Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, weight)) - LEAST_WEIGHT;
    previous = owner;
  }
}

/**
 * Reads what a word says.
 * @param postings where its numbers begin
 * @param visit called with the place of an owner and the weight
 * @returns its rarity
 */
export function forEachOwner(
  { terms }: AskedIndex,
  postings: number,
  visit: (owner: number, weight: number) => void,
): number {
  let rarity: number | undefined;
  let owner = -1;
  let isWeight = false;
  forEachNumber(terms, postings, (number) => {
    if (rarity === undefined) {
      rarity = number;
      return;
    }
    if (isWeight) visit(owner, number + LEAST_WEIGHT);
    else owner += number + 1;
    isWeight = !isWeight;
  });
  return rarity ?? 0;
}

/** The numbers of the entries that the owners are. */
export function ownersIn({ owners }: AskedIndex): number[] {
  const entries: number[] = [];
  forEachNumber(owners, 0, (entry) => entries.push(entry));
  return entries;
}

/** What an index was made of, for one that is to have other entries besides. */
export function learnedIn(asked: AskedIndex, ids: readonly string[]): Learned {
  return {
    unknown: asked.unknown,
    owners: ownersIn(asked).map((entry) => ids[entry] ?? ''),
    words: termsFrom(asked.terms, '').map(({ term, postings }) => {
      const weights: [owner: number, weight: number][] = [];
      const rarity = forEachOwner(asked, postings, (owner, weight) => weights.push([owner, weight]));
      return { term, rarity, weights };
    }),
  };
}

/** The words of a phrase as they are learned, each once, in alphabetical order: two ways to say the same are one phrase. */
export function askedTerms(phrase: string): string[] {
  return [
    ...new Set(wordsOf(phrase).flatMap(({ text, parts }) => (isJoining(text) ? [] : parts.map(askedTerm)))),
  ].sort();
}

/** The form of a word by which it is learned: without its endings. */
export function askedTerm(part: string): string {
  return stems(part).at(-1) ?? part;
}
