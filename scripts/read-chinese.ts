import { readFileSync } from 'node:fs';
import type { Learned } from '../src/search/asked';
import { MOST_CHARACTERS } from '../src/search/in-english';

/**
 * How words of Chinese are said in English, of data/chinese.tsv: what they are in English, which of those that say nothing is
 * empty, a tab, the words of Chinese with blanks between.
 * @throws Error for a line of another form, and for a word that is longer than what is looked up or has two meanings
 */
export function readChinese(file = 'data/chinese.tsv'): Learned['english'] {
  const known = new Map<string, readonly string[]>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [english = '', chinese = '', ...rest] = line.split('\t');
    if (chinese === '' || rest.length > 0) throw new Error(`${file}: not English and Chinese: ${line}`);
    for (const word of chinese.split(' ')) {
      if (Array.from(word).length > MOST_CHARACTERS) throw new Error(`${file}: ${word} is too long`);
      if (known.has(word)) throw new Error(`${file}: ${word} has two meanings`);
      known.set(word, english.split(' ').filter(Boolean));
    }
  }
  return [...known];
}
