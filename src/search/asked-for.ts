import { askedTerm, ownersIn, totalOf, type AskedIndex } from './asked';
import { findTerm } from './dictionary';
import { forEachNumber } from './numbers';
import type { QueryWord } from './query-words';
import { rarityOf } from './rarity';
import type { SearchIndex } from './search-index';

/** A word of the question, with what it is to the rest of it. */
export interface AskedWord extends QueryWord {
  /** It names a topic, a term or a thing, which is found by that name anyway. */
  readonly isNamed: boolean;
  /** It is one of those that people say around a question; a phrase may have it, but need not. */
  readonly isFiller: boolean;
  /** No entry has it. */
  readonly isStrange: boolean;
}

/** What a word counts, in parts of its rarity. */
const NAMED = 0.4;
const FILLER = 1.5;
/** What a word counts that stands in no phrase: the more, the surer the question is about something else. */
const UNKNOWN = { word: 0.6, strange: 2.5, pair: 0.2 };
/** How much it matters that a phrase has other words, too: 0 is not at all, and 1 that each counts. */
const WHOLE_PHRASE = { words: 0.4, word: 0.15 };
/** Another phrase of the same entry that is near. */
const SECOND = 0.6;
/** Words that stand in several phrases of an entry, against such that stand in one. */
const SCATTERED = 0.85;
/** Below this nothing is meant. */
const LEAST = 0.55;

/** Is anything asked for with this word? */
export function isAskedWith({ asked }: SearchIndex, word: QueryWord): boolean {
  return !word.isExact && findTerm(asked.terms, askedTerm(word.term)) !== undefined;
}

/**
 * The entries that people ask for in such words, without naming them: those of which a phrase is near to the question, or
 * whose phrases together have its words. Near is the share of the question, by rarity, that they have in common, less
 * where the phrase says more.
 * @returns number of an entry → how surely it is meant, above 0, at most 1
 */
export function askedFor({ asked, ids }: SearchIndex, words: readonly AskedWord[]): Map<number, number> {
  const phrases = asked.totals.length;
  if (phrases === 0 || words.some(({ isExact }) => isExact)) return new Map();
  // Plain arrays of numbers, for this is done once and before anything of it is compiled for speed.
  const common = new Float64Array(phrases);
  const said = new Float64Array(phrases);
  const touched: number[] = [];
  const scattered = new Float64Array(ids.length);
  const ownersOf = ownersIn(asked);
  let all = 0;
  for (const word of words) {
    const found = phrasesWith(asked, word.term);
    const rarity = rarityOf(phrases, found.length) * (word.isNamed ? NAMED : 1);
    if (!word.isFiller) all += rarity * (found.length > 0 ? 1 : unknownShare(word));
    const best = new Map<number, number>();
    for (const phrase of found) {
      if (common[phrase] === 0 && said[phrase] === 0) touched.push(phrase);
      if (word.isFiller) {
        said[phrase] = (said[phrase] ?? 0) + rarity * FILLER;
        continue;
      }
      common[phrase] = (common[phrase] ?? 0) + rarity;
      const share = rarity * shareOf(rarity, totalOf(asked, phrase)) ** WHOLE_PHRASE.word;
      ownersOf(phrase, (owner) => {
        if (share > (best.get(owner) ?? 0)) best.set(owner, share);
      });
    }
    for (const [owner, share] of best) scattered[owner] = (scattered[owner] ?? 0) + share;
  }
  const first = new Float64Array(ids.length);
  const second = new Float64Array(ids.length);
  const meant = new Set<number>();
  for (const phrase of touched) {
    const around = said[phrase] ?? 0;
    const sum = (common[phrase] ?? 0) + around;
    const near = shareOf(sum, all + around) * shareOf(sum, totalOf(asked, phrase)) ** WHOLE_PHRASE.words;
    ownersOf(phrase, (owner) => {
      meant.add(owner);
      const nearest = first[owner] ?? 0;
      second[owner] = Math.max(second[owner] ?? 0, Math.min(nearest, near));
      first[owner] = Math.max(nearest, near);
    });
  }
  const sure = Array.from(meant, (owner) => {
    const nearest = (first[owner] ?? 0) * (1 + SECOND * (second[owner] ?? 0));
    return [owner, Math.max(nearest, SCATTERED * shareOf(scattered[owner] ?? 0, all))] as const;
  }).filter(([, strength]) => strength >= LEAST);
  const most = sure.reduce((top, [, strength]) => Math.max(top, strength), 1);
  return new Map(sure.map(([owner, strength]) => [owner, strength / most]));
}

/** Numbers of the phrases that have the word in any of its forms, ascending. */
function phrasesWith({ terms }: AskedIndex, term: string): number[] {
  const found: number[] = [];
  const at = findTerm(terms, askedTerm(term));
  if (at) {
    let phrase = -1;
    forEachNumber(terms, at.postings, (skipped) => found.push((phrase += skipped + 1)));
  }
  return found;
}

function unknownShare({ isCjk, isStrange }: AskedWord): number {
  // A pair of characters is often none: in 多人抢卡 there is no word 人抢.
  return isCjk ? UNKNOWN.pair : isStrange ? UNKNOWN.strange : UNKNOWN.word;
}

const shareOf = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.min(1, part / whole));
