import { expect, test } from 'vitest';
import { countryIn, whereaboutsIn } from '../../src/sources/place-text';

test.each([
  { text: 'Boston, MA, USA', is: { place: { venue: undefined, city: 'Boston', region: 'MA', country: 'US' } } },
  { text: 'Copenhagen, Denmark', is: { place: { city: 'Copenhagen', country: 'DK' } } },
  { text: 'Montréal, Canada', is: { place: { city: 'Montréal', country: 'CA' } } },
  { text: 'Guangzhou, China (and hybrid)', is: { mode: 'hybrid', place: { city: 'Guangzhou', country: 'CN' } } },
  { text: 'virtual', is: { mode: 'online' } },
  { text: 'Online', is: { mode: 'online' } },
  { text: 'Singapore', is: { place: { city: 'Singapore', country: 'SG' } } },
  { text: 'Hong Kong, China', is: { place: { city: 'Hong Kong', country: 'HK' } } },
  { text: 'Amsterdam, The Netherlands', is: { place: { city: 'Amsterdam', country: 'NL' } } },
  { text: 'SANTA CLARA, USA', is: { place: { city: 'Santa Clara', country: 'US' } } },
  { text: 'Coex, Seoul, Korea', is: { place: { venue: 'Coex', city: 'Seoul', country: 'KR' } } },
  { text: 'Somewhere nice', is: { place: { city: 'Somewhere nice' } } },
  { text: '', is: {} },
  { text: 'constructor', is: { place: { city: 'constructor' } } },
  { text: '__proto__, toString', is: { place: { city: '__proto__' } } },
])('$text', ({ text, is }) => {
  const found = whereaboutsIn(text);
  const stated = Object.fromEntries(Object.entries(is.place ?? {}).filter(([, value]) => value !== undefined));
  expect(found.mode).toBe('mode' in is ? is.mode : undefined);
  expect(found.place ?? {}).toEqual(stated);
});

test.each([
  { text: 'U.K.', code: 'GB' },
  { text: 'United State', code: 'US' },
  { text: 'Türkiye', code: 'TR' },
  { text: 'Hesse', code: undefined },
  { text: 'constructor', code: undefined },
  { text: 'valueOf', code: undefined },
])('the country $text', ({ text, code }) => {
  expect(countryIn(text)).toBe(code);
});
