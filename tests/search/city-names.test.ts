import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dataCatalogue } from '../../bench/search/catalogue';
import { buildIndex } from '../../src/search/build';
import { otherCityNames } from '../../src/search/city-names';
import { facetValue } from '../../src/search/facet-value';
import { search } from '../../src/search/query';
import { aBook, anEvent } from './fixture';

const rows = readFileSync('data/city-names.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .map(([, , name = '', others = '']) => [name, ...others.split('|')]);
const cities = new Set(
  dataCatalogue()
    .entries()
    .flatMap((entry) => ('place' in entry && entry.place?.city) || []),
);
const rowsOf = (city: string) => rows.filter((names) => names.some((name) => facetValue(name) === facetValue(city)));

describe('other names of cities', () => {
  test('every one is also in the table of cities, for the same city', () => {
    const strange = [...cities].flatMap((city) =>
      otherCityNames(city).filter((name) => !rowsOf(city).some((names) => names.includes(name))),
    );
    expect(strange).toEqual([]);
  });

  test('every city of the catalogue that has a Chinese name in that table can be looked for by it', () => {
    const chinese = (names: readonly string[]) => names.filter((name) => /[\u3400-\u9fff]/.test(name));
    const without = [...cities].filter((city) =>
      rowsOf(city).some((names) => chinese(names).some((name) => !otherCityNames(city).includes(name))),
    );
    expect(without).toEqual([]);
  });

  const there = { city: 'San Francisco', country: 'US' };
  const index = buildIndex([
    anEvent({ id: 'there', name: 'Drift Day', topics: ['x'], place: there }),
    anEvent({ id: 'elsewhere', name: 'Drift Day', topics: ['x'], place: { city: 'Munich', country: 'DE' } }),
    aBook({ id: 'book', name: 'Paper Boats', summary: 'By Google.', topics: ['x'] }),
  ]);

  test.each([
    ['drift in sf', 'place sf', 'there'],
    ['旧金山 活动', 'place 旧金山', 'there'],
    ['drift münchen', 'place munchen', 'elsewhere'],
    ['慕尼黑的会议', 'place 慕尼黑', 'elsewhere'],
  ])('%s', (query, wish, first) => {
    const { wishes, hits } = search(index, query);
    expect(wishes).toContain(wish);
    expect(hits[0]?.id).toBe(first);
  });

  test('a company is found by its Chinese name, too', () => {
    expect(search(index, '谷歌的书').hits[0]?.id).toBe('book');
  });
});
