import { expect, test } from 'vitest';
import { cityKey } from '../../src/sources/edition';
import { nameKey, withoutYear } from '../../src/sources/known-series';

test.each([
  { city: 'San José', key: 'san jose' },
  { city: 'Bangalore', key: 'bengaluru' },
  { city: 'NYC', key: 'new york' },
  { city: 'Boston, MA', key: 'boston' },
  { city: 'constructor', key: 'constructor' },
  { city: '__proto__', key: 'proto' },
  { city: '…', key: undefined },
])('the city $city', ({ city, key }) => {
  expect(cityKey({ city })).toBe(key);
});

test.each([
  { url: 'https://2026.berlinbuzzwords.de/', site: 'berlinbuzzwords.de' },
  { url: 'https://berlinbuzzwords.de/2027/', site: 'berlinbuzzwords.de' },
  { url: 'https://www.vldb.org/2027/', site: 'vldb.org' },
  { url: 'https://icde2027.github.io/', site: 'icde.github.io' },
])('the site of all years of $url', ({ url, site }) => {
  expect(withoutYear(url)).toBe(site);
});

test.each([
  { name: 'The 23rd Annual Data Conf 2027', key: 'data conf' },
  { name: 'Data Conf', key: 'data conf' },
  { name: 'Data Conf Berlin', city: 'Berlin', key: 'data conf' },
  { name: 'Données & Modèles', key: 'donnees modeles' },
])('the name $name', ({ name, city, key }) => {
  expect(nameKey(name, city)).toBe(key);
});
