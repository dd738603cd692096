import { expect, test } from 'vitest';
import { allCountryNames, countryNamed, countryNames, isCountry } from '../../src/catalogue/countries';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { memoryCatalogue } from '../../src/catalogue/memory';
import { aTool, aTopic, zones } from '../helpers/entries';

test.each([
  ['DE', true],
  ['GB', true],
  ['TW', true],
  ['UK', false],
  ['XX', false],
  ['de', false],
  ['DEU', false],
  ['', false],
])('%s is a code: %s', (code, is) => {
  expect(isCountry(code)).toBe(is);
});

test.each([
  ['de', 'DE'],
  ['DEU', 'DE'],
  ['usa', 'US'],
  ['U.S.A.', 'US'],
  ['America', 'US'],
  ['UAE', 'AE'],
  ['Holland', 'NL'],
  ['the Philippines', 'PH'],
  ['The Netherlands', 'NL'],
  ['Côte d’Ivoire', 'CI'],
  ['Turkey', 'TR'],
  ['turkiye', 'TR'],
  ['Czechia', 'CZ'],
  ['Korea', undefined],
  ['德国', 'DE'],
  ['Germany', 'DE'],
  ['germany', 'DE'],
  ['uk', 'GB'],
  ['United Kingdom', 'GB'],
  ['united states', 'US'],
  ['USA', 'US'],
  ['Korea', undefined],
  ['Atlantis', undefined],
  ['', undefined],
])('%s names %s', (word, code) => {
  expect(countryNamed(word)).toBe(code);
});

test('names in English, the code where there is none', () => {
  expect(countryNames('CH')).toEqual(['Switzerland']);
  expect(countryNames('XX')).toEqual(['XX']);
  expect(allCountryNames()).toEqual(expect.arrayContaining(['switzerland', 'brazil']));
});

test('the vocabulary of a catalogue, and of none', () => {
  const base = memoryCatalogue(
    {
      entries: [aTopic(), aTool()],
      stages: [{ id: 'operate', name: 'Operate' }],
      categories: [{ id: 'training', summary: 'Training.' }],
    },
    'a test',
  );
  const { kinds, stages, categories, hasZone, hasCountry } = vocabularyOf(base, zones);
  expect([...kinds].sort()).toEqual([
    ['a-tool', 'tool'],
    ['monitoring', 'topic'],
  ]);
  expect([[...stages], [...categories]]).toEqual([['operate'], ['training']]);
  expect([hasZone('Europe/Berlin'), hasZone('IST'), hasCountry('DE'), hasCountry('UK')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(vocabularyOf(undefined, zones)).toMatchObject({ kinds: new Map(), stages: new Set(), categories: new Set() });
});
