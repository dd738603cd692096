import { countryNamed } from '../catalogue/countries';
import type { Place } from '../catalogue/schema';
import { plainLetters } from '../search/plain-letters';

/** Where an event is, as far as a text says so. */
export interface Whereabouts {
  readonly place?: Place | undefined;
  readonly mode?: 'in-person' | 'online' | 'hybrid' | undefined;
}

/** Spellings that public lists use beside the names of ISO 3166. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['united state', 'US'],
  ['united states of america', 'US'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['the uk', 'GB'],
  ['korea', 'KR'],
  ['south korea', 'KR'],
  ['netherland', 'NL'],
  ['hong kong sar', 'HK'],
  ['hong kong', 'HK'],
  ['macau sar', 'MO'],
  ['macau', 'MO'],
  ['the netherlands', 'NL'],
]);
const ONLINE = /^(virtual|online|virtual conference|virtual only|online event|remote)$/i;
const BUILDING =
  /\b(cent(er|re)|hotel|resort|hall|university|congress|expo|coex|convention|messe|palais|exhibition|campus|museum|institute|hilton|hyatt|cordis|chaminade)\b/i;
/** Countries of which addresses name the state or province. */
const WITH_STATES = new Set(['US', 'CA', 'AU', 'IN', 'BR', 'MX']);

/**
 * Reads what a list writes as a place: `Boston, MA, USA`, `Virtual`, `Coex, Seoul, Korea`, `Guangzhou, China (and
 * hybrid)`. A word that is no country that we know stays the city: nothing is guessed.
 */
export function whereaboutsIn(text: string): Whereabouts {
  const isHybrid = /\bhybrid\b/i.test(text);
  const plain = text
    .replace(/\([^()]{0,200}\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;\s]+$/, '');
  if (plain === '' || ONLINE.test(plain)) return plain === '' ? {} : { mode: 'online' };
  const parts = plain.split(',').map((part) => part.trim());
  const [country, rest] = countryAndRest(parts);
  const place = { ...localPlace(rest, country), ...(country === undefined ? {} : { country }) };
  return {
    place: Object.keys(place).length > 0 ? place : undefined,
    ...(isHybrid ? { mode: 'hybrid' as const } : {}),
  };
}

/** `Hong Kong, China` is Hong Kong, which has a code of its own. */
function countryAndRest(parts: readonly string[]): readonly [country: string | undefined, rest: readonly string[]] {
  const last = countryIn(parts.at(-1) ?? '');
  if (last === undefined) return [undefined, parts];
  const before = countryIn(parts.at(-2) ?? '');
  if (last === 'CN' && before !== undefined && CITY_STATES.has(before)) return [before, parts.slice(0, -2)];
  return [last, parts.slice(0, -1)];
}

/** The ISO code for a country as people write it. */
export function countryIn(text: string): string | undefined {
  const word = text.trim();
  const spelling = plainLetters(word).replace(/\.$/, '');
  if (spelling === 'u.k') return 'GB';
  return SPELLINGS.get(spelling) ?? (word.length === 2 && word !== word.toUpperCase() ? undefined : countryNamed(word));
}

/** Cities that are countries too: the one name says both. */
const CITY_STATES: ReadonlyMap<string, string> = new Map([
  ['SG', 'Singapore'],
  ['HK', 'Hong Kong'],
  ['MO', 'Macau'],
]);

function localPlace(parts: readonly string[], country: string | undefined): Place {
  if (country === 'HK' || country === 'MO') {
    const [venue] = parts;
    return {
      ...(venue !== undefined && BUILDING.test(venue) ? { venue } : {}),
      city: CITY_STATES.get(country) ?? country,
    };
  }
  const [first, second, third] = parts.slice(-3);
  const state = country !== undefined && WITH_STATES.has(country);
  const cityState = country === undefined ? undefined : CITY_STATES.get(country);
  if (first === undefined) return cityState === undefined ? {} : { city: cityState };
  if (second === undefined) {
    if (BUILDING.test(first)) return { venue: first, ...(cityState === undefined ? {} : { city: cityState }) };
    return { city: cityName(first) };
  }
  if (third === undefined) {
    // `Boston, MA` but `Hilton Austin, Texas` and `Coex, Seoul`.
    if (BUILDING.test(first))
      return { venue: first, ...(state && isState(second) ? { region: second } : { city: cityName(second) }) };
    return state ? { city: cityName(first), region: second } : { city: cityName(first) };
  }
  if (state) return { venue: first, city: cityName(second), region: third };
  return BUILDING.test(first) ? { venue: first, city: cityName(second) } : { city: cityName(first) };
}

const isState = (text: string): boolean => /^[A-Z]{2}$/.test(text) || STATES.has(text.toLowerCase());
/** Those that stand behind a building in the lists; most are written with two letters. */
const STATES = new Set([
  'texas',
  'hawaii',
  'california',
  'nevada',
  'arizona',
  'florida',
  'washington',
  'ontario',
  'quebec',
]);

/** SANTA CLARA → Santa Clara. */
function cityName(text: string): string {
  if (text !== text.toUpperCase() || text.length < 4) return text;
  return text.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase());
}
