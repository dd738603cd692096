import { bytesOf, dictionaryOf, termsFrom, type Dictionary } from './dictionary';
import { isJoining } from './fillers';
import { encodeNumbers, forEachNumber } from './numbers';
import { rarityOf } from './rarity';
import { lettersOf, letterAt, MOST_LETTER, wideLetterAt, wideLettersOf } from './letters';
import { wordsOf } from './tokens';
import { stems } from './word-forms';

/** A way of asking for entries without naming them: `phone` means machine learning at the edge. */
export interface Asking {
  readonly phrase: string;
  readonly ids: readonly string[];
  /** The words of the phrase are those that it is searched by: it was read from an index. */
  readonly isRead?: boolean;
}

/** Such ways as they are stored: phrases go by number, each once. */
export interface AskedIndex {
  /** Words of the phrases. Postings are single numbers: phrases skipped since the last one that has the word. */
  readonly terms: Dictionary;
  /** The rarities of the words of each phrase together, as a letter: see `totalOf`. */
  readonly totals: string;
  /** How many entries each phrase asks for, as a letter. */
  readonly counts: string;
  /** Numbers of those entries, one phrase after the other: see `ownersIn`. */
  readonly owners: string;
}

/** Sums of rarities are kept in half steps; what is more than the last letter is taken for it. */
const TOTAL_STEPS = 2;

/**
 * @param numberOf the number of an entry by its id; undefined where there is none, and then nobody asks for it
 */
export function askedIndex(askings: readonly Asking[], numberOf: (id: string) => number | undefined): AskedIndex {
  const byKey = new Map<string, { readonly terms: readonly string[]; readonly owners: Set<number> }>();
  for (const { phrase, ids, isRead } of askings) {
    const terms = isRead ? phrase.split(' ') : termsOf(phrase);
    const owners = ids.flatMap((id) => numberOf(id) ?? []);
    if (terms.length === 0 || owners.length === 0) continue;
    const key = terms.join(' ');
    const known = byKey.get(key);
    if (known) for (const owner of owners) known.owners.add(owner);
    else byKey.set(key, { terms, owners: new Set(owners) });
  }
  const phrases = [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
  const numbers = new Map<string, number[]>();
  phrases.forEach(({ terms }, number) => {
    for (const term of terms) {
      const known = numbers.get(term);
      if (known) known.push(number);
      else numbers.set(term, [number]);
    }
  });
  const totals = phrases.map(({ terms }) =>
    terms.reduce((sum, term) => sum + rarityOf(phrases.length, numbers.get(term)?.length ?? 0), 0),
  );
  const owners = phrases.map((phrase) => [...phrase.owners].sort((a, b) => a - b).slice(0, MOST_LETTER));
  return {
    terms: dictionaryOf(Array.from(numbers, ([term, all]) => [bytesOf(term), encodeNumbers(gapsIn(all))])),
    totals: lettersOf(totals.map((total) => Math.min(MOST_LETTER, Math.round(total * TOTAL_STEPS)))),
    counts: lettersOf(owners.map(({ length }) => length)),
    owners: wideLettersOf(owners.flat()),
  };
}

/** The rarities of the words of a phrase together. */
export const totalOf = ({ totals }: AskedIndex, phrase: number): number => letterAt(totals, phrase) / TOTAL_STEPS;

/** Visits the numbers of the entries that a phrase asks for. */
export function ownersIn({ counts, owners }: AskedIndex): (phrase: number, visit: (entry: number) => void) => void {
  const starts = new Uint32Array(counts.length + 1);
  for (let phrase = 0; phrase < counts.length; phrase += 1) {
    starts[phrase + 1] = (starts[phrase] ?? 0) + letterAt(counts, phrase);
  }
  const width = owners.length / (starts[counts.length] ?? 1);
  return (phrase, visit) => {
    const end = starts[phrase + 1] ?? 0;
    for (let at = starts[phrase] ?? 0; at < end; at += 1) visit(wideLetterAt(owners, at, width));
  };
}

/** What an index was made of, for one that is to have other entries besides: phrases as the words that they are searched by. */
export function askingsIn(asked: AskedIndex, ids: readonly string[]): Asking[] {
  const words: string[][] = Array.from(asked.counts, () => []);
  for (const { term, postings } of termsFrom(asked.terms, '')) {
    let phrase = -1;
    forEachNumber(asked.terms, postings, (skipped) => words[(phrase += skipped + 1)]?.push(term));
  }
  const ownersOf = ownersIn(asked);
  return words.map((own, phrase) => {
    const found: string[] = [];
    ownersOf(phrase, (owner) => found.push(ids[owner] ?? ''));
    return { phrase: own.join(' '), ids: found, isRead: true };
  });
}

/** Each once, in alphabetical order: two ways to say the same are one phrase. */
function termsOf(phrase: string): string[] {
  return [
    ...new Set(wordsOf(phrase).flatMap(({ text, parts }) => (isJoining(text) ? [] : parts.map(askedTerm)))),
  ].sort();
}

/** The form of a word by which phrases are found: without its endings. */
export function askedTerm(part: string): string {
  return stems(part).at(-1) ?? part;
}

/** @param numbers ascending @returns how many are left out before each */
const gapsIn = (numbers: readonly number[]): number[] => numbers.map((one, at) => one - (numbers[at - 1] ?? -1) - 1);
