/** Letters that stand for themselves in Unicode, and for others to people without the keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/**
 * What two spellings of a place's name have in common: case, accents, hyphens, apostrophes and full stops do not count,
 * and Saint is St. `Zürich`, `ZURICH` and `zurich` have one key, as have `St. Louis` and `Saint Louis`.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđðæœıþ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’‘ʻ`´.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(saint|sankt|ft) /, (word) => (word === 'ft ' ? 'fort ' : 'st '));
}

/** German and Nordic vowels as they are typed without dots: `Zuerich` → `zurich`. */
export function withoutUmlautLetters(key: string): string {
  return key.replace(/(?<=[aou])e/g, '');
}
