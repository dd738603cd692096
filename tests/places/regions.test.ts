import codes from 'i18n-iso-countries/codes.json';
import { describe, expect, test } from 'vitest';
import { isCountry } from '../../src/catalogue/countries';
import { countriesIn, REGIONS } from '../../src/places/regions';

const SUBREGIONS = REGIONS.slice(REGIONS.indexOf('northern-africa'));
const inRegion = (region: string): readonly string[] => countriesIn(region) ?? [];

describe('the subregions of M49', () => {
  test('every country of ISO 3166 is in one and only one; Antarctica in none', () => {
    const all = SUBREGIONS.flatMap(inRegion);
    expect(new Set(all).size).toBe(all.length);
    expect([...all, 'AQ'].sort()).toEqual(codes.map(([code]) => code).sort());
  });

  test('the continents are made of them, and share none', () => {
    const continents = ['africa', 'americas', 'asia', 'europe', 'oceania'].flatMap(inRegion);
    expect([...continents].sort()).toEqual([...SUBREGIONS.flatMap(inRegion)].sort());
  });

  test('every region holds countries only, each once', () => {
    for (const region of REGIONS) {
      const countries = inRegion(region);
      expect({ region, few: countries.length < 2 }).toEqual({ region, few: false });
      expect(countries.filter((code) => !isCountry(code))).toEqual([]);
      expect(new Set(countries).size).toBe(countries.length);
    }
  });
});

test.each([
  ['europe', 'DE', 'US'],
  ['europe', 'GB', 'TR'],
  ['europe', 'RU', 'KZ'],
  ['eu', 'IE', 'GB'],
  ['eu', 'CY', 'CH'],
  ['asia', 'IL', 'EG'],
  ['north-america', 'MX', 'CO'],
  ['northern-america', 'CA', 'MX'],
  ['latin-america', 'MX', 'US'],
  ['latin-america', 'JM', 'ES'],
  ['middle-east', 'AE', 'AM'],
  ['nordics', 'IS', 'EE'],
  ['scandinavia', 'SE', 'FI'],
  ['dach', 'CH', 'LI'],
  ['benelux', 'LU', 'FR'],
  ['emea', 'ZA', 'IN'],
  ['emea', 'PL', 'BR'],
  ['apac', 'IN', 'KZ'],
  ['apac', 'NZ', 'AE'],
])('%s holds %s and not %s', (region, held, other) => {
  expect(inRegion(region)).toContain(held);
  expect(inRegion(region)).not.toContain(other);
});

test.each([
  ['Europe', 'europe'],
  ['LATAM', 'latin-america'],
  ['Middle East', 'middle-east'],
  ['the Americas', 'americas'],
  ['southeast asia', 'south-eastern-asia'],
  ['Asia-Pacific', 'apac'],
  ['European Union', 'eu'],
])('%s is %s', (name, region) => {
  expect(inRegion(name)).toEqual(inRegion(region));
  expect(inRegion(name)).not.toEqual([]);
});

test.each(['', 'atlantis', 'DE', 'germany', 'toString'])('%o is no region', (name) => {
  expect(countriesIn(name)).toBeUndefined();
});
