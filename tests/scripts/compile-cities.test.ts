import { describe, expect, test } from 'vitest';
import { compileCities } from '../../scripts/compile-cities';
import { isCountry } from '../../src/catalogue/countries';
import { packCities } from '../../src/places/city-table';
import { gazetteer } from '../../src/places/gazetteer';
import { isOnGlobe } from '../../src/places/point';
import { zones } from '../helpers/entries';

const all = compileCities();
const cities = gazetteer(all);
const named = (text: string): string[] => cities.named(text).map(cities.label);

describe('the table of cities', () => {
  test('is sound: countries, coordinates and zones that there are', () => {
    expect(all.length).toBeGreaterThan(8000);
    expect(all.filter((city) => !isCountry(city.country) || !isOnGlobe(city) || city.names.includes(''))).toEqual([]);
    expect(all.filter(({ zone }) => zone !== '' && !zones.has(zone))).toEqual([]);
  });

  test('is compact', () => {
    expect(packCities(all).length).toBeLessThan(150_000);
  });

  test('every city has a label that finds it alone, or its coordinates', () => {
    const isCoordinates = /^-?[\d.]+,-?[\d.]+$/;
    const labels = all.map((city) => ({ city, label: cities.label(city) }));
    const wrong = labels.filter(
      ({ city, label }) =>
        !isCoordinates.test(label) && (cities.named(label).length !== 1 || cities.named(label)[0] !== city),
    );
    expect(wrong).toEqual([]);
    expect(labels.filter(({ label }) => isCoordinates.test(label)).length).toBeLessThan(40);
  });

  test.each([
    ['Berlin', 'Berlin, DE'],
    ['München', 'Munich, DE'],
    ['Munich', 'Munich, DE'],
    ['Köln', 'Cologne, DE'],
    ['Frankfurt am Main', 'Frankfurt, DE'],
    ['北京', 'Beijing, CN'],
    ['東京', 'Tokyo, JP'],
    ['Zurich', 'Zürich, CH'],
    ['New York', 'New York, NY, US'],
    ['New York City', 'New York, NY, US'],
    ['NYC', 'New York, NY, US'],
    ['SF', 'San Francisco, CA, US'],
    ['Washington, D.C.', 'Washington, DC, US'],
    ['Copenhagen', 'København, DK'],
    ['Gothenburg', 'Göteborg, SE'],
    ['Bangalore', 'Bengaluru, IN'],
    ['Kiev', 'Kyiv, UA'],
    ['Tel Aviv', 'Tel Aviv-Yafo, IL'],
    ['Wrocław', 'Wroclaw, PL'],
    ['Fort Worth', 'Ft. Worth, TX, US'],
    ['Palo Alto', 'Palo Alto, CA, US'],
    ['Halle', 'Halle (Saale), DE'],
  ])('%s is %s and no other', (text, label) => {
    expect(named(text)).toEqual([label]);
  });

  test.each([
    ['London', ['London, GB', 'London, ON, CA', 'London, KY, US']],
    ['Paris', ['Paris, FR', 'Paris, TX, US']],
    ['Portland', ['Portland, OR, US', 'Portland, ME, US', 'Portland, VIC, AU']],
    ['Cambridge', ['Cambridge, GB', 'Cambridge, ON, CA', 'Cambridge, MA, US']],
    ['San Francisco', ['San Francisco, CA, US', 'San Francisco, AR']],
  ])('%s is several', (text, labels) => {
    expect(named(text)).toEqual(labels);
  });
});
