import { expect, test } from 'vitest';
import { cityNames } from '../../src/places/city-names';
import { CITIES } from '../helpers/cities';

const names = cityNames(() => CITIES);

test.each([
  [{ city: 'Munich', country: 'DE' }, ['Munich', 'München']],
  [{ city: 'Beijing', country: 'CN' }, ['北京']],
  [{ city: 'London', country: 'GB' }, ['伦敦']],
])('%o is also known as', (place, others) => {
  expect(names(place)).toEqual(expect.arrayContaining(others));
});

test.each([{ city: 'Portland' }, { city: 'Atlantis', country: 'GR' }, { country: 'DE' }])(
  '%o is no one city',
  (place) => {
    expect(names(place)).toEqual([]);
  },
);

test('the table is read with the first city, and once', () => {
  let reads = 0;
  const asked = cityNames(() => {
    reads += 1;
    return CITIES;
  });
  asked({ country: 'DE' });
  expect(reads).toBe(0);
  asked({ city: 'Munich', country: 'DE' });
  asked({ city: 'London', country: 'GB' });
  expect(reads).toBe(1);
});
