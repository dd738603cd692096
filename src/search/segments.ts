import { isFiller } from './fillers';
import { findTerm } from './dictionary';
import { wishOf } from './intent-words';
import type { SearchIndex } from './search-index';
import { wordFrom, type Word } from './tokens';

/** Companies that the catalogue names in Latin letters. */
const COMPANIES: Readonly<Record<string, string>> = {
  谷歌: 'google',
  微软: 'microsoft',
  英伟达: 'nvidia',
  亚马逊: 'amazon',
  英特尔: 'intel',
  苹果: 'apple',
  脸书: 'meta',
  奈飞: 'netflix',
  优步: 'uber',
  爱彼迎: 'airbnb',
  领英: 'linkedin',
  百度: 'baidu',
  字节跳动: 'bytedance',
};

/** Longer than any name in Chinese; also keeps a pasted page from being looked up piece by piece. */
const MOST_CHARACTERS = 14;

/**
 * Cuts Chinese runs where words are known: names of topics and terms, places, words that name a kind, a cost and the
 * like, and words that mean nothing here. 免费的机器学习播客 is 免费, 的, 机器学习 and 播客. What is left between stays a run.
 * The longest word from the left is taken, which for a list of known words is as good as a dictionary of the language.
 */
export function segmented(index: SearchIndex, words: readonly Word[]): Word[] {
  return words.flatMap((word) =>
    word.isCjk ? segmentsOf(index, word.text).map((text) => wordFrom(COMPANIES[text] ?? text)) : word,
  );
}

function segmentsOf(index: SearchIndex, run: string): string[] {
  const characters = Array.from(run);
  const segments: string[] = [];
  let rest = '';
  for (let start = 0; start < characters.length;) {
    const known = longestKnown(index, characters.slice(start, start + MOST_CHARACTERS));
    if (known === undefined) {
      rest += characters[start] ?? '';
      start += 1;
      continue;
    }
    if (rest !== '') segments.push(rest);
    rest = '';
    segments.push(known);
    start += Array.from(known).length;
  }
  return rest === '' ? segments : [...segments, rest];
}

function longestKnown(index: SearchIndex, characters: readonly string[]): string | undefined {
  for (let length = characters.length; length > 0; length -= 1) {
    const text = characters.slice(0, length).join('');
    if (isKnown(index, text)) return text;
  }
  return undefined;
}

function isKnown({ names, facets }: SearchIndex, text: string): boolean {
  return (
    isFiller(text) ||
    text in COMPANIES ||
    wishOf(text) !== undefined ||
    findTerm(names, text) !== undefined ||
    findTerm(facets, `place:${text}`) !== undefined
  );
}
