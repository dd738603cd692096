import codes from 'i18n-iso-countries/codes.json';
import english from 'i18n-iso-countries/langs/en.json';
import chinese from 'i18n-iso-countries/langs/zh.json';
import { plainLetters } from '../search/plain-letters';

/** ISO 3166-1 alpha-2 codes. */
const ALPHA2: ReadonlySet<string> = new Set(codes.map(([code]) => code ?? ''));

export function isCountry(code: string): boolean {
  return ALPHA2.has(code);
}

type NamesByCode = ReadonlyMap<string, string | readonly string[]>;
const ENGLISH: NamesByCode = new Map(Object.entries(english.countries));
const CHINESE: NamesByCode = new Map(Object.entries(chinese.countries));

/** English names of a country, commonest first. */
export function countryNames(code: string): readonly string[] {
  return [ENGLISH.get(code) ?? code].flat();
}

/** What people search it by: `GB` → GB, United Kingdom, UK, Great Britain, 英国. */
export function searchedCountryNames(code: string): readonly string[] {
  return [code, ENGLISH.get(code) ?? [], CHINESE.get(code) ?? []].flat();
}

/** Short names in use that the package does not know. */
const MORE_NAMES = { america: 'US', burma: 'MM', holland: 'NL', macedonia: 'MK' };

const wordKey = (word: string): string => plainLetters(word).replace(/\./g, '').replace(/[’‘]/g, "'");

/** Code by every code and name, made on first use. */
let codeByName: ReadonlyMap<string, string> | undefined;

/**
 * The country that a word stands for: its code of two or three letters, or its name in English or Chinese. Case,
 * accents and full stops do not count.
 * @returns ISO 3166-1 alpha-2
 */
export function countryNamed(word: string): string | undefined {
  codeByName ??= new Map(
    [
      ...Object.entries(MORE_NAMES),
      ...[...ALPHA2].flatMap((code) => searchedCountryNames(code).map((name) => [name, code] as const)),
      ...codes.map(([alpha2 = '', alpha3 = '']) => [alpha3, alpha2] as const),
    ].map(([name, code]) => [wordKey(name), code]),
  );
  return codeByName.get(wordKey(word).replace(/^the /, '')) ?? codeByName.get(wordKey(word));
}

/** Every English name, in lower case. */
export function allCountryNames(): string[] {
  return [...ALPHA2].flatMap((code) => countryNames(code).map((name) => name.toLowerCase()));
}
