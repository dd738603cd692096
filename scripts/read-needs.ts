import { readFileSync } from 'node:fs';
import type { Need } from '../src/search/asked';

/** A need with the ways in which people ask who have it. */
export interface AskedNeed extends Need {
  readonly asked: readonly string[];
}

/**
 * What people are after, of data/needs.tsv: ways of asking parted by semicolons, a tab, ids of what answers best, a tab,
 * ids of what is good besides, each in order, the best first. The id of a need is its first way of asking after a blank,
 * so that no entry has it.
 * @throws Error for a line that has no way of asking or nothing that answers
 */
export function readNeeds(file = 'data/needs.tsv'): AskedNeed[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [phrases = '', best = '', good = '', ...rest] = line.split('\t');
      if (phrases === '' || best === '' || rest.length > 0) {
        throw new Error(`${file}: not ways of asking and ids: ${line}`);
      }
      const asked = phrases.split(';').map((phrase) => phrase.trim());
      return { id: ` ${asked[0] ?? ''}`, asked, best: idsIn(best), good: idsIn(good) };
    });
}

const idsIn = (text: string): string[] => (text === '' ? [] : text.split(' '));
