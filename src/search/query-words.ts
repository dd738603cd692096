import { isFiller } from './fillers';
import type { Word } from './tokens';

/** A word of the question, ready to be looked up. */
export interface QueryWord {
  readonly term: string;
  /** The word as typed, folded: what a message names. A Chinese run names all of its character pairs. */
  readonly typed: string;
  /** Run-together forms that say the same: `cicd` for the `ci` of `ci/cd`, `kubecon` for the `con` of `kube con`. */
  readonly joined: readonly string[];
  /** The reader may still be typing it. */
  readonly isLast: boolean;
  readonly isCjk: boolean;
  /** Only as it stands: no other form, no longer word. */
  readonly isExact: boolean;
}

/** A word with what stands beside it in the question. */
export interface Token {
  readonly word: Word;
  readonly parts: readonly QueryWord[];
  readonly isFiller: boolean;
}

/** More words than this say no more, and a page pasted by mistake must not take minutes. */
const MOST_WORDS = 32;

/** The words of a question one by one, in their order. */
export function tokensOf(words: readonly { readonly word: Word; readonly isExact: boolean }[]): Token[] {
  return words.slice(0, MOST_WORDS).map(({ word, isExact }, at) => {
    const { text, parts, joined, isCjk } = word;
    const neighbours = [
      [words[at - 1]?.word, word],
      [word, words[at + 1]?.word],
    ].flatMap(([left, right]) => (left && right && !left.isCjk && !right.isCjk ? left.text + right.text : []));
    return {
      word,
      parts: parts.map((term, part) => ({
        term,
        typed: isCjk ? text : term,
        joined: isCjk ? [] : joined === undefined ? neighbours : [joined],
        isLast: at === words.length - 1 && part === parts.length - 1,
        isCjk,
        isExact,
      })),
      isFiller: !isExact && isFiller(text),
    };
  });
}
