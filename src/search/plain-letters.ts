/** Letters that no Unicode normalisation takes apart, as people without that key type them. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
  ['þ', 'th'],
]);

export const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/**
 * What is meant wherever case and accents do not count: lower case, full-width and compatibility forms made ordinary
 * (NFKC), accents taken off, and letters that people do not have as those that they type instead: `sao paulo` is
 * São Paulo, `lodz` Łódź. Marks of scripts in which they are no accents stay: ガ is not カ.
 */
export function plainLetters(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .replace(/[ßøłđðæœıþ]/g, (letter) => PLAIN.get(letter) ?? letter);
}
