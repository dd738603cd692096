import { englishOf, type AskedIndex } from './asked';
import type { AskedWord } from './asked-for';

/** No word of Chinese in `data/chinese.tsv` is longer. */
export const MOST_CHARACTERS = 6;

/**
 * The words of a question with those of Chinese said in English, the longest known from the left: of 部署太慢了 deploy and
 * slow. What stands between stays pairs of characters. So a question in Chinese also means what phrases in English say.
 * @param words pairs of characters one after the other, each with the run that it is of
 * @returns undefined where there is no Chinese in the question
 */
export function inEnglish(asked: AskedIndex, words: readonly AskedWord[]): AskedWord[] | undefined {
  if (!words.some(({ isCjk }) => isCjk)) return undefined;
  const runs = new Map<string, AskedWord[]>();
  for (const word of words) if (word.isCjk) runs.set(word.typed, [...(runs.get(word.typed) ?? []), word]);
  const others = words.filter(({ isCjk }) => !isCjk);
  return [...others, ...[...runs].flatMap(([run, pairs]) => runInEnglish(asked, run, pairs))];
}

function runInEnglish(asked: AskedIndex, run: string, pairs: readonly AskedWord[]): AskedWord[] {
  const [first] = pairs;
  if (!first) return [];
  const said: AskedWord[] = [];
  const say = (english: readonly string[]): void => {
    for (const term of english) said.push({ ...first, term, isCjk: false, isStrange: false });
  };
  let rest = '';
  const sayRest = (): void => {
    const characters = Array.from(rest);
    const english = characters.length === 1 ? englishOf(asked, rest) : undefined;
    const own = pairs.filter(({ term }) => rest.includes(term));
    if (english) say(english);
    else if (characters.length > 1 && own.every(({ isStrange }) => isStrange)) {
      // Between words that are known, what nobody has is a word of its own, and not halves of others.
      said.push({ ...first, term: rest, isCjk: false, isStrange: true });
    } else said.push(...own);
    rest = '';
  };
  const characters = Array.from(run);
  for (let at = 0; at < characters.length;) {
    const { count, english } = longestAt(asked, characters.slice(at, at + MOST_CHARACTERS));
    if (english) {
      sayRest();
      say(english);
    } else rest += characters[at] ?? '';
    at += count;
  }
  sayRest();
  return said;
}

/** A single character is a word only where it stands alone: it is a part of too many others. */
function longestAt(
  asked: AskedIndex,
  characters: readonly string[],
): { readonly count: number; readonly english?: readonly string[] } {
  for (let count = characters.length; count > 1; count -= 1) {
    const english = englishOf(asked, characters.slice(0, count).join(''));
    if (english) return { count, english };
  }
  return { count: 1 };
}
