import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build';
import { search } from '../../src/search/query';
import { aBook, anEvent } from './fixture';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'San Francisco': ['San Francisco', 'SF', '旧金山'],
  Munich: ['Munich', 'München', '慕尼黑'],
};

const AROUND: Readonly<Record<string, { region: string[]; around: string[] }>> = {
  'San Francisco': { region: ['California'], around: ['americas', '北美'] },
  Munich: { region: [], around: ['dach', 'eu'] },
};

describe('other names of places', () => {
  const index = buildIndex(
    [
      anEvent({ id: 'there', name: 'Drift Day', topics: ['x'], place: { city: 'San Francisco', country: 'US' } }),
      anEvent({ id: 'elsewhere', name: 'Drift Day', topics: ['x'], place: { city: 'Munich', country: 'DE' } }),
      aBook({ id: 'book', name: 'Paper Boats', summary: 'By Google.', topics: ['x'] }),
    ],
    { placeNames: ({ city = '' }) => ({ city: NAMES[city] ?? [], region: [], around: [], ...AROUND[city] }) },
  );

  test.each([
    ['drift in sf', 'place sf', 'there'],
    ['旧金山 活动', 'place 旧金山', 'there'],
    ['drift münchen', 'place munchen', 'elsewhere'],
    ['慕尼黑的会议', 'place 慕尼黑', 'elsewhere'],
    ['drift in california', 'place california', 'there'],
    ['北美的会议', 'place 北美', 'there'],
    ['drift in the us', 'place the us', 'there'],
    ['drift america', 'place america', 'there'],
    ['drift dach', 'place dach', 'elsewhere'],
  ])('%s', (query, wish, first) => {
    const { wishes, hits } = search(index, query);
    expect(wishes).toContain(wish);
    expect(hits[0]?.id).toBe(first);
  });

  test('a state is a word of the entry, too; two letters are no place', () => {
    expect(search(index, 'california', { literal: true }).hits.map(({ id }) => id)).toEqual(['there']);
    expect(search(index, 'eu drift').wishes).toEqual([]);
  });

  test('a company is found by its Chinese name, too', () => {
    expect(search(index, '谷歌的书').hits[0]?.id).toBe('book');
  });
});
