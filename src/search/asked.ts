import { bytesOf, dictionaryOf, findTerm, termsFrom, type Dictionary } from './dictionary';
import { isJoining } from './fillers';
import { encodeNumbers, forEachNumber, numberAt } from './numbers';
import { wordsOf } from './tokens';
import { stems } from './word-forms';

/** A way of asking for entries without naming them: `phone` means machine learning at the edge. */
export interface Asking {
  readonly phrase: string;
  /** Of entries, and of needs. */
  readonly ids: readonly string[];
}

/**
 * What is asked for: ids of the entries that answer it best, and of those that are good besides, each in order. None of
 * either: it belongs to other fields, and nothing answers it.
 */
export interface Wanted {
  readonly best: readonly string[];
  readonly good: readonly string[];
}

/** What several entries answer: narrower than any topic, or across some of them. */
export interface Need extends Wanted {
  /** No entry has it. */
  readonly id: string;
}

/** What the words of questions say about what is meant: `learn` finds it out. */
export interface Learned {
  /** The rarity of a word that no phrase has. */
  readonly unknown: number;
  /** What is asked for, in such an order that words speak for neighbours: an entry, which is alone the best, or a need. */
  readonly owners: readonly Wanted[];
  readonly words: readonly LearnedWord[];
  /** Words of Chinese, and how they are said in English: one word or several; of those that say nothing, none. */
  readonly english: readonly (readonly [chinese: string, english: readonly string[]])[];
}

export interface LearnedWord {
  readonly term: string;
  /** How few of the phrases have it, a whole number: see `learn`. */
  readonly rarity: number;
  /** Owners by their place, ascending, and how much the word speaks for each, a whole number; where it is little, none. */
  readonly weights: readonly (readonly [owner: number, weight: number])[];
}

/** The same as it is stored, for one catalogue; numbers as `encodeNumbers` writes them. */
export interface AskedIndex {
  readonly unknown: number;
  /** Words. The postings are the rarity, and then for each owner WEIGHTS times those skipped since the last one, and its weight. */
  readonly terms: Dictionary;
  /** The owners, parted by blanks: how many answer best, and the numbers of these and of those that are good besides. */
  readonly owners: string;
  /** Words of Chinese. What stands in the place of postings are the English words, as they are learned, with blanks between. */
  readonly english: Dictionary;
}

/** What every entry starts with, before a word has spoken for it: of so many, few are meant. */
export const BEFORE = -8;
/** Rarities of words are stored as whole numbers of such parts. */
export const RARITY_STEPS = 2;

/**
 * Weights are stored within these bounds: one that is above them would let a single word decide, whatever stands beside
 * it, and small ones are as good as the least.
 */
const LEAST_WEIGHT = 3;
const MOST_WEIGHT = 7;
const WEIGHTS = MOST_WEIGHT - LEAST_WEIGHT + 1;

/** From this part of what is asked for on, a catalogue is about the same field as the one that it was learned for. */
const SAME_FIELD = 0.5;

/** @param numberOf the number of an entry by its id; undefined where there is none: then nobody asks for it */
export function askedIndex(
  { unknown, owners, words, english }: Learned,
  numberOf: (id: string) => number | undefined,
): AskedIndex {
  const present = (ids: readonly string[]): number[] => ids.flatMap((id) => numberOf(id) ?? []);
  const stored = owners.map(({ best, good }) => [present(best), present(good)] as const);
  const places = new Map<number, number>();
  const isPresent = stored.map((lists) => lists.some((entries) => entries.length > 0));
  // What is elsewhere for this catalogue may be what another one is about.
  const isOfThisField = isPresent.filter(Boolean).length >= SAME_FIELD * owners.length;
  owners.forEach((wanted, owner) => {
    if (isPresent[owner] || (isOfThisField && isElsewhere(wanted))) places.set(owner, places.size);
  });
  const placed = words.map((word) => ({
    ...word,
    weights: word.weights.flatMap(([owner, weight]) => {
      const place = places.get(owner);
      return place === undefined ? [] : [[place, weight] as const];
    }),
  }));
  return {
    unknown,
    terms: dictionaryOf(placed.map((word) => [bytesOf(word.term), encodeNumbers(numbersOf(word))])),
    owners: stored
      .filter((_, owner) => places.has(owner))
      .map(([best, good]) => encodeNumbers([best.length, ...best, ...good]))
      .join(' '),
    english: dictionaryOf(
      english.map(([chinese, others]) => [bytesOf(chinese), others.map((word) => bytesOf(askedTerm(word))).join(' ')]),
    ),
  };
}

/** Does nothing answer it, because it belongs to other fields? */
export const isElsewhere = ({ best, good }: { readonly [list in keyof Wanted]: readonly unknown[] }): boolean =>
  best.length + good.length === 0;

function* numbersOf({ rarity, weights }: LearnedWord): Generator<number> {
  yield rarity;
  let previous = -1;
  for (const [owner, weight] of weights) {
    const stored = Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, weight));
    yield WEIGHTS * (owner - previous - 1) + stored - LEAST_WEIGHT;
    previous = owner;
  }
}

/** @param postings where the numbers of a word begin */
export function rarityAt({ terms }: AskedIndex, postings: number): number {
  return numberAt(terms, postings).value;
}

/**
 * Reads what a word says.
 * @param postings where its numbers begin
 * @param visit called with the place of an owner and the weight
 */
export function forEachOwner(
  { terms }: AskedIndex,
  postings: number,
  visit: (owner: number, weight: number) => void,
): void {
  let owner = -1;
  forEachNumber(terms, numberAt(terms, postings).end, (number) => {
    const above = number % WEIGHTS;
    owner += (number - above) / WEIGHTS + 1;
    visit(owner, LEAST_WEIGHT + above);
  });
}

/** The owners, each to be read with `wantedIn`. */
export const ownersIn = ({ owners }: AskedIndex): string[] => (owners === '' ? [] : owners.split(' '));

/** What is wanted, by the numbers of the entries. */
export type Numbered = { readonly [list in keyof Wanted]: readonly number[] };

/** The numbers of the entries that answer what is asked for, in order. */
export function wantedIn(owner: string): Numbered {
  const numbers: number[] = [];
  forEachNumber(owner, 0, (number) => numbers.push(number));
  const [count = 0, ...entries] = numbers;
  return { best: entries.slice(0, count), good: entries.slice(count) };
}

/** What an index was made of, for one that is to have other entries besides. */
export function learnedIn(asked: AskedIndex, ids: readonly string[]): Learned {
  return {
    unknown: asked.unknown,
    owners: ownersIn(asked).map((owner) => {
      const { best, good } = wantedIn(owner);
      return { best: best.map((entry) => ids[entry] ?? ''), good: good.map((entry) => ids[entry] ?? '') };
    }),
    words: termsFrom(asked.terms, '').map(({ term, postings }) => {
      const weights: [owner: number, weight: number][] = [];
      forEachOwner(asked, postings, (owner, weight) => weights.push([owner, weight]));
      return { term, rarity: rarityAt(asked, postings), weights };
    }),
    english: termsFrom(asked.english, '').map(({ term }) => [term, englishOf(asked, term) ?? []]),
  };
}

/** How a word of Chinese is said in English, in the words that are learned; undefined where nobody says how. */
export function englishOf({ english }: AskedIndex, chinese: string): string[] | undefined {
  const found = findTerm(english, chinese);
  return found && english.slice(found.postings, english.indexOf('\n', found.postings)).split(' ').filter(Boolean);
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
