import { isJoining } from './fillers';
import { type Word, wordsOf } from './tokens';
import { american, singular } from './word-forms';

/** As much of a title as tells it from all others. */
const LONGEST = 40;
/** More words than this no name of a topic or term has. */
const MOST_WORDS = 6;

/**
 * What all spellings of a name have in common, to look one up whole: `Feature Stores`, `feature-store` and
 * `the featurestore` are one. Empty for a text without words.
 */
export function nameKey(text: string): string {
  return keyOf(wordsOf(text));
}

/** The same of words; those that join others do not count unless there is nothing else. */
export function keyOf(words: readonly Word[]): string {
  const telling = words.filter(({ text }) => !isJoining(text));
  return (telling.length > 0 ? telling : words).map(keyOfWord).join('').slice(0, LONGEST);
}

function keyOfWord({ text, parts, isCjk }: Word): string {
  return isCjk ? text : parts.map((part) => american(singular(part))).join('');
}

/** The greatest count, at most `available`, of which `isName` holds; 0 where none does. */
export function longestName(available: number, isName: (count: number) => boolean): number {
  for (let count = Math.min(MOST_WORDS, available); count > 0; count -= 1) if (isName(count)) return count;
  return 0;
}
