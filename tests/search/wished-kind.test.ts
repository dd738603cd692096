import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/catalogue/schema';
import { buildIndex } from '../../src/search/build';
import { search, type SearchAnswer } from '../../src/search/query';
import { aTool, aTopic } from './fixture';

const podcast = (id: string, topics: string[], name = `Show ${id}`): Entry => ({
  ...{ kind: 'podcast', id, name, summary: 'None.', topics },
  ...{ sources: [{ ref: 'a fixture', verified: '2026-01-01' }], added: '2026-01-01' },
});
const caching = aTopic({ id: 'caching', name: 'Caching', definition: 'None.' });
const tools = ['a', 'b', 'c'].map((id) => aTool({ id, name: `Hashing ${id}`, topics: ['caching'], category: 'none' }));
const shows = Array.from({ length: 12 }, (_, at) => podcast(`p${String(at).padStart(2, '0')}`, ['caching']));
const elsewhere = podcast('other', ['x']);
const named = podcast('z-named', ['x'], 'Hashing weekly');
const answerFor = (query: string, more: readonly Entry[] = []): SearchAnswer =>
  search(buildIndex([caching, ...tools, ...shows.slice(0, 3), elsewhere, ...more]), query);
const ids = (answer: SearchAnswer): string[] => answer.hits.map(({ id }) => id);

describe('of a kind that is wished for, where few have the words', () => {
  test('others of the same subject follow those that have them, and stand before what is not so', () => {
    const answer = answerFor('hashing podcasts', [named]);
    expect(ids(answer)).toEqual(['z-named', 'p00', 'p01', 'p02', ...ids(answer).slice(4)]);
    expect(ids(answer).slice(4)).toEqual(['a', 'b', 'c']);
    expect(answer).toMatchObject({ fulfilled: 4, sameSubject: { topic: 'caching', count: 3 } });
    expect(answer.hits[1]?.matched).toContain('kind');
  });

  test('where none has them, they are the answer', () => {
    const answer = answerFor('hashing podcast');
    expect(ids(answer).slice(0, 3)).toEqual(['p00', 'p01', 'p02']);
    expect(ids(answer)).not.toContain('other');
    expect(answer.fulfilled).toBe(3);
  });

  test('ten at most, with those that have the words', () => {
    const all = search(buildIndex([caching, ...tools, ...shows, named]), 'hashing podcasts');
    expect(all.fulfilled).toBe(10);
    expect(all.sameSubject).toEqual({ topic: 'caching', count: 9 });
  });

  test('nothing of another kind is brought in', () => {
    const answer = answerFor('hashing podcasts');
    expect(answer.hits.filter(({ matched }) => !matched.includes('kind')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('a filter and an exclusion hold for them', () => {
    expect(ids(answerFor('hashing podcasts topic:x'))).not.toContain('p00');
    expect(answerFor('hashing podcasts kind:tool').hits.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('nor without a wish of a kind, nor where it is turned off', () => {
    const index = buildIndex([caching, ...tools, ...shows.slice(0, 3), elsewhere]);
    expect(search(index, 'free hashing').hits.map(({ id }) => id)).toEqual(
      search(index, 'hashing').hits.map(({ id }) => id),
    );
    expect(search(index, 'hashing podcasts', { literal: true }).fulfilled).toBe(0);
  });

  test('also those that are not all else that was wished for, behind what is', () => {
    const free = { ...podcast('free', ['caching']), cost: 'free' } as Entry;
    expect(ids(answerFor('free hashing podcasts', [free])).slice(0, 4)).toEqual(['free', 'p00', 'p01', 'p02']);
  });

  test('what has some of the words tells the subject where nothing has all', () => {
    const answer = answerFor('hashing zzyzx podcasts');
    expect(ids(answer).slice(0, 3)).toEqual(['p00', 'p01', 'p02']);
    expect(ids(answer)).not.toContain('other');
  });

  test('nothing where the words find nothing', () => {
    expect(ids(answerFor('zzyzx podcasts'))).toEqual([]);
  });
});
