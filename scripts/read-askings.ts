import { readFileSync } from 'node:fs';
import type { Asking } from '../src/search/asked';

/**
 * How people ask for entries without naming them, of data/asked.tsv: a phrase, a tab, and the ids of what is meant.
 * @throws Error for a line that has no phrase or no id
 */
export function readAskings(file = 'data/asked.tsv'): Asking[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [phrase = '', ids = '', ...rest] = line.split('\t');
      if (phrase === '' || ids === '' || rest.length > 0) throw new Error(`${file}: not a phrase and ids: ${line}`);
      return { phrase, ids: ids.split(' ') };
    });
}
