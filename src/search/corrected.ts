import { corrections, editsAllowed, editsToSuggest, nearBeginnings } from './corrections';
import { expand, OTHER_FORM, SAME_WORD, type Alternative } from './expand';
import { findTerm } from './dictionary';
import { isAskedWith } from './asked-for';
import { wishOf } from './intent-words';
import { termsNear } from './near-terms';
import type { QueryWord, Token } from './query-words';
import type { SearchIndex } from './search-index';
import type { Expansion } from './tally';
import { wordFrom } from './tokens';
import { areForms, stems } from './word-forms';

/** By edits: what an exact word has is never reached, and is only ever tried where no entry has the word. */
const MEANT = [0.8, 0.75, 0.65, 0.55];
/** The other words that are as near. */
const ALSO_NEAR = 0.25;
const NEARLY_BEGUN = 0.35;
/** In so many letters several words may be run together, as in `hugingface`: then it is a name that is nearly meant. */
const LEAST_RUN_TOGETHER = 8;

/** The words of a question as they are looked up. */
export interface Corrected {
  readonly tokens: readonly Token[];
  readonly expansions: ReadonlyMap<QueryWord, Expansion>;
  /** Typed word → the word that is searched instead. */
  readonly corrections: ReadonlyMap<string, string>;
  /** Typed words that the index does not have, not even nearly → words a little further away, which are not searched. */
  readonly unknown: ReadonlyMap<string, readonly string[]>;
}

/** Looks every word up, and puts the likeliest near word where the index does not have the one typed. */
export function corrected(index: SearchIndex, tokens: readonly Token[]): Corrected {
  const expansions = new Map<QueryWord, Expansion>();
  const meant = new Map<string, string>();
  const unknown = new Map<string, readonly string[]>();
  const looked = new Map(tokens.flatMap(({ parts }) => parts).map((word) => [word, expand(index.terms, word)]));
  const known = [...looked].flatMap(([{ term }, found]) => (found.length > 0 ? term : []));

  const better = (word: QueryWord, isWish: boolean): QueryWord => {
    const found = looked.get(word) ?? [];
    const mayBeAnother = mayBeMistyped(word, found);
    if ((mayBeAnother || found.length === 0) && isAskedWith(index, word)) {
      expansions.set(word, { word, alternatives: found });
      return word;
    }
    const instead = isWish || !mayBeAnother ? undefined : correctionOf(index, word, found, known);
    if (instead) {
      expansions.set(instead.word, instead);
      meant.set(word.typed, instead.word.term);
      return instead.word;
    }
    const begun = found.length === 0 && word.isLast && !isWish ? nearBeginnings(index, word.term) : [];
    expansions.set(word, { word, alternatives: [...found, ...weighed(index, begun, NEARLY_BEGUN)] });
    if (found.length === 0 && begun.length === 0 && !isWish) {
      const most = word.isCjk || word.isExact ? 0 : editsToSuggest(word.term);
      const near = most === 0 ? [] : corrections(index, word.term, known, most);
      unknown.set(
        word.typed,
        near.map(({ term }) => term),
      );
    }
    return word;
  };

  const changed = tokens.map((token): Token => {
    const isWish = wishOf(token.word.text) !== undefined || token.isFiller;
    const parts = token.parts.map((word) => better(word, isWish));
    if (parts.every((word, at) => word === token.parts[at])) return token;
    return { ...token, parts, word: wordFrom(parts.map(({ term }) => term).join('-')) };
  });
  return { tokens: changed, expansions, corrections: meant, unknown };
}

/** A word that the index has is never taken for another; nor is the beginning of one that may still be typed. */
function mayBeMistyped({ isExact, isCjk, isLast }: QueryWord, found: readonly Alternative[]): boolean {
  if (isExact || isCjk) return false;
  const [best] = found;
  return best === undefined || (best.weight < SAME_WORD && !(isLast && best.weight < OTHER_FORM));
}

/** The likeliest near word: one edit away, or where the index has no form of the word either, as far as is forgiven. */
function correctionOf(
  index: SearchIndex,
  word: QueryWord,
  found: readonly Alternative[],
  known: readonly string[],
): Expansion | undefined {
  const hasForms = found.length > 0;
  const most = Math.min(editsAllowed(word.term), hasForms ? 1 : Infinity);
  const near =
    most === 0
      ? []
      : corrections(
          index,
          word.term,
          known.filter((term) => term !== word.term),
          most,
        );
  const [best, ...others] = near;
  if (!best && !hasForms && word.term.length >= LEAST_RUN_TOGETHER) {
    const [name] = termsNear(index.names, word.term, 1);
    return name && { word: { ...word, term: name.term, joined: [] }, alternatives: [] };
  }
  if (!best || (hasForms && areForms(stems(word.term), stems(best.term)))) return undefined;
  const instead = { ...word, term: best.term, joined: [] };
  const weight = MEANT[best.distance] ?? 0;
  const alternatives = expand(index.terms, { ...instead, isLast: false }).map((one) => ({
    ...one,
    weight: one.weight * weight,
  }));
  const also = weighed(
    index,
    others.map(({ term }) => term),
    ALSO_NEAR,
  );
  const isNew = ({ term }: Alternative): boolean => alternatives.every((one) => one.term !== term);
  return { word: instead, alternatives: [...alternatives, ...also.filter(isNew)] };
}

function weighed(index: SearchIndex, terms: readonly string[], weight: number): Alternative[] {
  return terms.flatMap((term) => {
    const found = findTerm(index.terms, term);
    return found ? [{ ...found, weight }] : [];
  });
}
