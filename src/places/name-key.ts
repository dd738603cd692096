import { plainLetters } from '../search/plain-letters';

/**
 * What two spellings of a place's name have in common: case, accents, hyphens, apostrophes and full stops do not count,
 * and Saint is St. `Zürich`, `ZURICH` and `zurich` have one key, as have `St. Louis` and `Saint Louis`.
 */
export function nameKey(name: string): string {
  return plainLetters(name)
    .replace(/['’‘ʻ`´.]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .replace(/^(saint|sankt|ft) /, (word) => (word === 'ft ' ? 'fort ' : 'st '));
}

/** German and Nordic vowels as they are typed without dots: `Zuerich` → `zurich`. */
export function withoutUmlautLetters(key: string): string {
  return key.replace(/(?<=[aou])e/g, '');
}
