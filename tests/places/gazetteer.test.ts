import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/catalogue/schema';
import { gazetteer } from '../../src/places/gazetteer';
import { CITIES } from '../helpers/cities';

const cities = gazetteer(CITIES);
const named = (text: string): string[] => cities.named(text).map(cities.label);

describe('a city that a person types', () => {
  test.each([
    ['Berlin', 'Berlin, DE'],
    ['berlin', 'Berlin, DE'],
    ['München', 'Munich, DE'],
    ['muenchen', 'Munich, DE'],
    ['Munchen', 'Munich, DE'],
    ['Köln', 'Cologne, DE'],
    ['Koeln', 'Cologne, DE'],
    ['zurich', 'Zürich, CH'],
    ['Zuerich', 'Zürich, CH'],
    ['lodz', 'Lódz, PL'],
    ['北京', 'Beijing, CN'],
    ['伦敦', 'London, GB'],
    ['Saint Louis', 'St. Louis, MO, US'],
    ['Portland, OR', 'Portland, OR, US'],
    ['portland, oregon', 'Portland, OR, US'],
    ['Portland OR', 'Portland, OR, US'],
    ['Portland, ME, USA', 'Portland, ME, US'],
    ['Portland Victoria', 'Portland, VIC, AU'],
    ['London, ON', 'London, ON, CA'],
    ['London, Canada', 'London, ON, CA'],
    ['London UK', 'London, GB'],
    ['London, United Kingdom', 'London, GB'],
    ['London United Kingdom', 'London, GB'],
    ['San Jose, CA', 'San Jose, CA, US'],
    ['San Jose BO', 'San José, BO'],
    ['Washington, D.C.', 'Washington, DC, US'],
    ['Washington DC', 'Washington, DC, US'],
    ['London,', undefined],
    ['Portland, XX', undefined],
    ['Berlin, FR', undefined],
    ['Atlantis', undefined],
    ['', undefined],
    [',', undefined],
    [' ', undefined],
  ])('%s is %s', (text, expected) => {
    // A comma with nothing behind it says nothing.
    if (text === 'London,') expect(named(text)).toEqual(named('London'));
    else expect(named(text)).toEqual(expected === undefined ? [] : [expected]);
  });

  test('one of several is not guessed: all, the largest first', () => {
    expect(named('London')).toEqual(['London, GB', 'London, ON, CA']);
    expect(named('Portland')).toEqual(['Portland, OR, US', 'Portland, ME, US', 'Portland, VIC, AU']);
    expect(named('Portland, US')).toEqual(['Portland, OR, US', 'Portland, ME, US']);
    expect(named('San Jose')).toEqual(['San Jose, CA, US', 'San José, BO']);
  });

  test('every label finds its city and no other, or is its coordinates', () => {
    const coordinates = CITIES.map(cities.label).filter((label, at) => {
      const city = CITIES[at]!;
      if (label === `${city.lat},${city.lon}`) return true;
      expect(cities.named(label)).toEqual([city]);
      return false;
    });
    expect(coordinates).toEqual(['35,115']);
  });

  test('what is near to a mistyped name', () => {
    expect(cities.near('Berln', 3)).toEqual(['Berlin']);
    expect(cities.near('Munchn', 1)).toEqual(['München']);
    expect(cities.near('Portlnd, OR', 3)).toEqual(['Portland']);
  });
});

describe('the city of an entry', () => {
  test.each<{ name: string; place: Place; zone?: string; lat: number | undefined }>([
    { name: 'by country', place: { city: 'London', country: 'GB' }, lat: 51.5 },
    { name: 'by region', place: { city: 'Portland', region: 'OR', country: 'US' }, lat: 45.52 },
    { name: 'by region in words', place: { city: 'Portland', region: 'Maine', country: 'US' }, lat: 43.67 },
    { name: 'by its zone', place: { city: 'Portland', country: 'US' }, zone: 'America/New_York', lat: 43.67 },
    {
      name: 'not by a zone that does not fit',
      place: { city: 'Portland', country: 'US' },
      zone: 'UTC',
      lat: undefined,
    },
    { name: 'not one of several', place: { city: 'Portland', country: 'US' }, lat: undefined },
    { name: 'not one of several in its zone', place: { city: 'Oldtown' }, zone: 'Asia/Shanghai', lat: undefined },
    { name: 'not in another region', place: { city: 'San Jose', region: 'TX', country: 'US' }, lat: undefined },
    { name: 'not in another country', place: { city: 'Berlin', country: 'FR' }, lat: undefined },
    { name: 'a region in another language', place: { city: 'Munich', region: 'Bavaria', country: 'DE' }, lat: 48.13 },
    { name: 'by the name alone', place: { city: 'Amsterdam' }, lat: 52.35 },
    { name: 'not a country alone', place: { country: 'DE' }, lat: undefined },
    { name: 'by another name', place: { city: 'Köln', country: 'DE' }, lat: 50.93 },
  ])('$name', ({ place, zone, lat }) => {
    expect(cities.at(place, zone)?.lat).toBe(lat);
  });
});
