import { expect, test } from 'vitest';
import { placeNames } from '../../src/places/place-names';
import { CITIES } from '../helpers/cities';

const names = placeNames(() => CITIES);

test.each([
  [{ city: 'Munich', country: 'DE' }, ['Munich', 'München']],
  [{ city: 'Beijing', country: 'CN' }, ['北京']],
  [{ city: 'London', country: 'GB' }, ['伦敦']],
])('%o is also known as', (place, others) => {
  expect(names(place).city).toEqual(expect.arrayContaining(others));
});

test.each([{ city: 'Portland' }, { city: 'Atlantis', country: 'GR' }, { country: 'DE' }])(
  '%o is no one city',
  (place) => {
    expect(names(place).city).toEqual([]);
  },
);

test.each([
  { place: { city: 'Los Angeles', region: 'CA', country: 'US' }, region: ['California'] },
  // Whatever the city: it may be too small for the table.
  { place: { city: 'Atlantis', region: 'CA', country: 'US' }, region: ['California'] },
  { place: { region: 'CA', country: 'US' }, region: ['California'] },
  { place: { city: 'Portland', region: 'CA', country: 'DE' }, region: [] },
  { place: { city: 'Berlin', country: 'DE' }, region: [] },
])('the state of $place is $region', ({ place, region }) => {
  expect(names(place).region).toEqual(region);
});

test.each([
  {
    place: { country: 'DK' },
    around: ['europe', 'nordics', 'scandinavia', 'eu', 'emea', '欧洲', '北欧'],
    not: ['dach'],
  },
  { place: { city: 'Sydney', country: 'AU' }, around: ['apac', 'oceania', 'asia pacific'], not: ['asia'] },
  { place: { city: 'San Jose', region: 'CA', country: 'US' }, around: ['Bay Area', 'Silicon Valley'], not: ['europe'] },
  { place: { city: 'San Jose', country: 'CR' }, around: ['central-america'], not: ['Bay Area'] },
  { place: { city: 'Los Angeles', region: 'CA', country: 'US' }, around: ['americas'], not: ['Bay Area'] },
  { place: { country: 'AQ' }, around: [], not: ['europe'] },
])('around $place are $around, and not $not', ({ place, around, not }) => {
  const others = names(place).around;
  expect(others).toEqual(expect.arrayContaining(around));
  for (const one of not) expect(others).not.toContain(one);
});

test('the table is read with the first city, and once', () => {
  let reads = 0;
  const asked = placeNames(() => {
    reads += 1;
    return CITIES;
  });
  asked({ country: 'DE' });
  expect(reads).toBe(0);
  asked({ city: 'Munich', country: 'DE' });
  asked({ city: 'London', country: 'GB' });
  expect(reads).toBe(1);
});
