import { expect, test } from 'vitest';
import { nameKey, withoutUmlautLetters } from '../../src/places/name-key';

test.each([
  ['Zürich', 'ZURICH'],
  ['São Paulo', 'sao paulo'],
  ['Kraków', 'Krakow'],
  ['Łódź', 'Lodz'],
  ['København', 'Kobenhavn'],
  ['İstanbul', 'istanbul'],
  ['Gießen', 'Giessen'],
  ['St. Louis', 'Saint Louis'],
  ['Sankt Gallen', 'St Gallen'],
  ['Ft. Worth', 'Fort Worth'],
  ['Aix-en-Provence', 'aix en provence'],
  ['Xi’an', "Xi'an"],
  ['Washington, D.C.', 'Washington DC'],
  ['北京', '北京'],
  ['서울', '서울'.normalize('NFD')],
])('%s and %s are one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
  expect(nameKey(one)).not.toBe('');
});

test.each([
  ['Berlin', 'Bern'],
  ['Paris', 'Parys'],
  ['北京', '東京'],
  ['Sainthia', 'Thia'],
])('%s and %s are two', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});

test.each([
  ['zuerich', 'zurich'],
  ['muenchen', 'munchen'],
  ['koeln', 'koln'],
  ['berlin', 'berlin'],
])('typed without dots: %s → %s', (key, expected) => {
  expect(withoutUmlautLetters(key)).toBe(expected);
});
