import { expect, test } from 'vitest';
import type { Place } from '../../src/catalogue/schema';
import { gazetteer } from '../../src/places/gazetteer';
import { knownPlaces, readPlaces } from '../../src/places/known-places';
import { CITIES } from '../helpers/cities';
import { anEvent } from '../helpers/entries';

const cities = gazetteer(CITIES);
const at = (id: string, place: Place, timezone?: string) => anEvent({ id, place, ...(timezone && { timezone }) });

test('a place of the catalogue is looked up once, at build', () => {
  const { text, unknown } = knownPlaces(
    [
      at('a', { city: 'Berlin', country: 'DE', venue: 'one' }, 'Europe/Berlin'),
      at('b', { city: 'Berlin', country: 'DE', venue: 'another' }, 'Europe/Berlin'),
      at('c', { city: 'Portland', country: 'US' }, 'America/New_York'),
    ],
    cities,
  );
  expect(text.split('\n')).toHaveLength(2);
  expect(unknown).toEqual([]);
  const pointOf = readPlaces(text);
  expect(pointOf({ city: 'Berlin', country: 'DE', venue: 'a third' }, 'Europe/Berlin')).toEqual({
    lat: 52.52,
    lon: 13.4,
  });
  expect(pointOf({ city: 'Portland', country: 'US' }, 'America/New_York')).toEqual({ lat: 43.67, lon: -70.25 });
  expect(pointOf({ city: 'Portland', country: 'US' }, 'America/Los_Angeles')).toBeUndefined();
  expect(pointOf({}, undefined)).toBeUndefined();
});

test('what is not known is told by name, unless the entry has coordinates of its own', () => {
  const { unknown } = knownPlaces(
    [
      at('lost', { city: 'Atlantis', region: 'Deep', country: 'GR' }),
      at('found', { city: 'Atlantis', lat: 36, lon: 25 }),
      at('nowhere', { country: 'GR' }),
    ],
    cities,
  );
  expect(unknown).toEqual(['lost: Atlantis, Deep, GR']);
});

test('no places at all', () => {
  expect(readPlaces(knownPlaces([], cities).text)({}, undefined)).toBeUndefined();
});
