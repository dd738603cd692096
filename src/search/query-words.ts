import { wordsOf } from './tokens';

/** A word that an entry should have. */
export interface QueryWord {
  readonly term: string;
  /** The word as typed, folded: what a message names. A Chinese run names all of its character pairs. */
  readonly typed: string;
  /** Run-together forms that say the same: `cicd` for the `ci` of `ci/cd`, `kubecon` for the `con` of `kube con`. */
  readonly joined: readonly string[];
  /** The reader may still be typing it. */
  readonly isLast: boolean;
  readonly isCjk: boolean;
}

/** Asked for in whole sentences, and in nearly every entry or in none: they decide nothing. */
const FILLERS = new Set('a an and are at by for from how in is it of on or the this to what with'.split(' '));
/** More words than this say no more, and a page pasted by mistake must not take minutes. */
const MOST_WORDS = 32;

/** The words of a question, each once, without fillers unless there is nothing else. */
export function queryWords(query: string): QueryWord[] {
  const words = wordsOf(query);
  const all = words.flatMap((word, at) => {
    const neighbours = [
      [words[at - 1], word],
      [word, words[at + 1]],
    ].flatMap(([left, right]) => (left && right && !left.isCjk && !right.isCjk ? left.text + right.text : []));
    const joined = word.joined === undefined ? neighbours : [word.joined];
    return word.parts.map((term, part) => ({
      term,
      typed: word.isCjk ? word.text : term,
      joined: word.isCjk ? [] : joined,
      isLast: at === words.length - 1 && part === word.parts.length - 1,
      isCjk: word.isCjk,
    }));
  });
  const telling = all.filter(({ term }) => !FILLERS.has(term));
  // Of equal words the last one stays, for it alone can be the one still being typed.
  const unique = new Map((telling.length > 0 ? telling : all).map((word) => [word.term, word]));
  return [...unique.values()].slice(0, MOST_WORDS);
}
