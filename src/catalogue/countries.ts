import codes from 'i18n-iso-countries/codes.json';
import english from 'i18n-iso-countries/langs/en.json';
import chinese from 'i18n-iso-countries/langs/zh.json';
import type { Zones } from '../time/zone';
import type { Catalogue } from './catalogue';
import type { Vocabulary } from './vocabulary';

/** ISO 3166-1 alpha-2 codes. */
const ALPHA2: ReadonlySet<string> = new Set(codes.map(([code]) => code ?? ''));

export function isCountry(code: string): boolean {
  return ALPHA2.has(code);
}

type NamesByCode = Readonly<Record<string, string | readonly string[]>>;
const ENGLISH: NamesByCode = english.countries;
const CHINESE: NamesByCode = chinese.countries;

/** English names of a country, commonest first. */
export function countryNames(code: string): readonly string[] {
  return [ENGLISH[code] ?? code].flat();
}

/** What people search it by: `GB` → GB, United Kingdom, UK, Great Britain, 英国. */
export function searchedCountryNames(code: string): readonly string[] {
  return [code, ENGLISH[code] ?? [], CHINESE[code] ?? []].flat();
}

/** The code that a code or an English name stands for, in any case. */
export function countryNamed(word: string): string | undefined {
  const code = word.toUpperCase();
  if (isCountry(code)) return code;
  return [...ALPHA2].find((alpha2) => countryNames(alpha2).some((name) => name.toLowerCase() === word.toLowerCase()));
}

/** Every English name, in lower case. */
export function allCountryNames(): string[] {
  return [...ALPHA2].flatMap((code) => countryNames(code).map((name) => name.toLowerCase()));
}

/** What entries may refer to, given a catalogue to build upon. */
export function vocabularyOf(base: Catalogue | undefined, zones: Zones): Vocabulary {
  return {
    kinds: new Map(base?.outlines().map(({ id, kind }) => [id, kind])),
    stages: new Set(base?.stages.map(({ id }) => id)),
    categories: new Set(base?.categories.map(({ id }) => id)),
    hasZone: zones.has,
    hasCountry: isCountry,
  };
}
