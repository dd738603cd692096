import { expect, test } from 'vitest';
import { packCities, unpackCities } from '../../src/places/city-table';
import { CITIES } from '../helpers/cities';

const sorted = (cities: readonly object[]): string[] => cities.map((city) => JSON.stringify(city)).sort();
const inOneOrder = CITIES.map(({ names, country, region, regionCode, lat, lon, thousands, zone }) => ({
  names,
  country,
  region,
  regionCode,
  lat,
  lon,
  thousands,
  zone,
}));

test('what is packed comes back', () => {
  expect(sorted(unpackCities(packCities(CITIES)))).toEqual(sorted(inOneOrder));
});

test('a region may have cities in several zones, and of unknown zone', () => {
  const base = { country: 'XX', region: 'Border', regionCode: '', lat: 1, lon: -2.5, thousands: 0 };
  const cities = [
    { names: ['A'], ...base, zone: 'Europe/Berlin' },
    { names: ['B', 'Bee'], ...base, zone: '' },
    { names: ['C'], ...base, zone: 'Europe/Zurich' },
  ];
  expect(sorted(unpackCities(packCities(cities)))).toEqual(
    sorted(cities.map(({ names, zone }) => ({ names, ...base, zone }))),
  );
});

test('coordinates come back as they were, and finer ones are refused', () => {
  const at = (lat: number, lon: number) => ({ ...CITIES[0]!, names: [`at ${lat}`], lat, lon });
  const cities = [at(-54.8, -68.3), at(0, 0), at(0.29, 179.99), at(78.22, -179.07)];
  expect(sorted(unpackCities(packCities(cities)))).toEqual(sorted(cities));
  expect(() => packCities([at(1.005, 2)])).toThrow(RangeError);
});

test('the same cities in another order give the same bytes', () => {
  expect(packCities([...CITIES].reverse()).equals(packCities(CITIES))).toBe(true);
});
