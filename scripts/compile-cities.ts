import { readFileSync } from 'node:fs';
import { cityMapping } from 'city-timezones';
import type { City } from '../src/places/city-table';
import { nameKey } from '../src/places/name-key';
import { kilometres } from '../src/places/point';

/** Two cities of one name and country that are nearer than this, in km, are one city in two tables. */
const TWINS_KM = 25;

/** Abbreviations that people write behind a city, ISO 3166-2; those of the United States are in the package. */
const CODES: Readonly<Record<string, string>> = {
  Alberta: 'AB',
  'British Columbia': 'BC',
  Manitoba: 'MB',
  'New Brunswick': 'NB',
  'Newfoundland and Labrador': 'NL',
  'Northwest Territories': 'NT',
  'Nova Scotia': 'NS',
  Nunavut: 'NU',
  Ontario: 'ON',
  'Prince Edward Island': 'PE',
  Québec: 'QC',
  Saskatchewan: 'SK',
  Yukon: 'YT',
  'Australian Capital Territory': 'ACT',
  'New South Wales': 'NSW',
  'Northern Territory': 'NT',
  Queensland: 'QLD',
  'South Australia': 'SA',
  Tasmania: 'TAS',
  Victoria: 'VIC',
  'Western Australia': 'WA',
  'District of Columbia': 'DC',
};
/** A city of the package. Its types say nothing of what is missing: most have no `state_ansi`, a few no zone. */
type Row = Omit<(typeof cityMapping)[number], 'state_ansi' | 'timezone'> & {
  readonly state_ansi?: string;
  readonly timezone: string | null;
};
const PACKAGE: readonly Row[] = cityMapping;

/** What the package gives no code, after ISO 3166-1 or, for Kosovo, common use. */
const COUNTRIES: Readonly<Record<string, string>> = { Kosovo: 'XK', Somaliland: 'SO' };

/**
 * All cities that distances may be asked from: those of the package city-timezones, those of data/more-cities.tsv, each
 * with its other names from data/city-names.tsv.
 * @throws Error for a line of data/city-names.tsv that does not name one city
 */
export function compileCities(): City[] {
  const first = PACKAGE.map(fromPackage);
  const cities = [...first, ...tableRows('data/more-cities.tsv').map((row) => fromTable(row, first))];
  const named = withOtherNames(cities, tableRows('data/city-names.tsv'));
  return withoutTwins(named);
}

function fromPackage({ city, city_ascii, country, iso2, province, state_ansi, lat, lng, pop, timezone }: Row): City {
  return {
    // Its region has a place of its own.
    names: namesOf(city.replace(/, D\.C\.$/, ''), city_ascii),
    country: COUNTRIES[country] ?? iso2,
    region: province,
    regionCode: state_ansi ?? (['AU', 'CA', 'US'].includes(iso2) ? (CODES[province] ?? '') : ''),
    lat: rounded(lat),
    lon: rounded(lng),
    thousands: Math.round(pop / 1000),
    zone: timezone ?? '',
  };
}

/** A city of our own table. Its zone is that of its region, or its country, where all cities there have the same. */
function fromTable(
  [country = '', regionCode = '', name = '', lat, lon, thousands]: readonly string[],
  known: readonly City[],
): City {
  const around = known.filter((city) => city.country === country && city.regionCode === regionCode);
  const zones = new Set(around.map(({ zone }) => zone));
  return {
    names: namesOf(name),
    country,
    region: regionCode === '' ? '' : (around[0]?.region ?? ''),
    regionCode,
    lat: Number(lat),
    lon: Number(lon),
    thousands: Number(thousands),
    zone: zones.size === 1 ? ([...zones][0] ?? '') : '',
  };
}

/** `Halle (Saale)` is Halle too, and `Donostia / San Sebastián` both. */
function namesOf(...spellings: readonly string[]): string[] {
  const [name = ''] = spellings;
  const all = [...spellings, name.replace(/ \(.*\)$/, ''), ...name.split(' / ')];
  const keys = new Set<string>();
  return all.filter((spelling) => keys.size < keys.add(nameKey(spelling)).size);
}

function withOtherNames(cities: readonly City[], rows: readonly (readonly string[])[]): City[] {
  const more = new Map<City, string[]>();
  for (const [country = '', region = '', name = '', others = ''] of rows) {
    const found = cities.filter(
      (city) =>
        city.country === country && city.names[0] === name && ['', city.region, city.regionCode].includes(region),
    );
    const [only] = found;
    if (!only || found.length > 1)
      throw new Error(`data/city-names.tsv: ${country} ${name} names ${found.length} cities`);
    more.set(only, others.split('|'));
  }
  return cities.map((city) => ({ ...city, names: [...city.names, ...(more.get(city) ?? [])] }));
}

/** Without those that an earlier one stands for. */
function withoutTwins(cities: readonly City[]): City[] {
  const byKey = new Map<string, City[]>();
  return cities.filter((city) => {
    const keys = city.names.map((name) => `${city.country} ${nameKey(name)}`);
    const earlier = keys.flatMap((key) => byKey.get(key) ?? []);
    if (earlier.some((other) => kilometres(other, city) < TWINS_KM)) return false;
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), city]);
    return true;
  });
}

/** Cells of a table under data/; lines that begin with # are comments. */
function tableRows(file: string): string[][] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
}

/** To a hundredth of a degree: a kilometre, less than a city is wide. */
const rounded = (degrees: number): number => Number(degrees.toFixed(2));
