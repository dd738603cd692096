import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build';
import { search } from '../../src/search/query';
import { wordsOf } from '../../src/search/tokens';
import { aBook, entries } from './fixture';

const index = buildIndex(entries);
const idsFor = (query: string, of = index) =>
  search(of, query)
    .hits.map(({ id }) => id)
    .sort();

test.each([
  { query: '"feature store"', ids: ['feature-hour', 'feature-store-book'] },
  { query: '"Feature Stores"', ids: ['feature-stores'] },
  { query: '"store feature"', ids: [] },
  { query: '"machine learning in production"', ids: ['hidden-technical-debt'] },
  { query: '"machine learning" "systems"', ids: ['designing-systems', 'hidden-technical-debt'] },
  { query: '"drift"', ids: ['model-monitoring'] },
  { query: '"数据漂移"', ids: ['model-monitoring'] },
  { query: '"据漂"', ids: ['model-monitoring'] },
  { query: '"漂据"', ids: [] },
  { query: '"模"', ids: ['model-monitoring'] },
  { query: '"ci/cd"', ids: ['ci-cd', 'flux'] },
  { query: '"traking"', ids: [] },
])('$query', ({ query, ids }) => {
  expect(idsFor(query)).toEqual(ids);
});

test('beside a phrase, what has the other words comes first, and nothing is found without the phrase', () => {
  const found = search(index, '"machine learning" systems').hits.map(({ id }) => id);
  expect(found.slice(0, 2).sort()).toEqual(['designing-systems', 'hidden-technical-debt']);
  expect(idsFor('"machine learning"')).toEqual(expect.arrayContaining(found));
});

test('a phrase does not run from one name into the next', () => {
  const small = buildIndex([aBook({ id: 'a', name: 'Ray', aliases: ['Serve it', 'Tune'], topics: ['x'] })]);
  expect(idsFor('"serve it"', small)).toEqual(['a']);
  for (const phrase of ['"ray serve"', '"it tune"']) expect(idsFor(phrase, small)).toEqual([]);
});

test('a phrase is where its words stand side by side, as a plain look at the texts finds it', () => {
  const term = fc.constantFrom('a', 'bb', 'c', 'dd', '模型监控', '监控', 'fine-tuning');
  const text = fc.array(term, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 8 }),
      fc.array(term, { minLength: 1, maxLength: 3 }),
      (texts, words) => {
        const small = buildIndex(
          texts.map((summary, at) => aBook({ id: `b${at}`, name: 'x', summary, topics: ['x'] })),
        );
        const parts = (words_: string): string[] => wordsOf(words_).flatMap((word) => word.parts);
        const wanted = ` ${parts(words.join(' ')).join(' ')} `;
        const expected = texts.flatMap((one, at) => (` ${parts(one).join(' ')} `.includes(wanted) ? [`b${at}`] : []));
        expect(idsFor(`"${words.join(' ')}"`, small)).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  { query: 'gathering -london', ids: ['mlops-paris-2026'] },
  { query: 'gathering -meetup', ids: ['mlops-paris-2026'] },
  {
    query: 'feature -podcasts',
    ids: ['apply', 'applying-ml', 'feature-store-book', 'feature-stores', 'training-serving-skew'],
  },
  {
    query: 'feature -播客',
    ids: ['apply', 'applying-ml', 'feature-store-book', 'feature-stores', 'training-serving-skew'],
  },
  { query: 'systems -"technical debt"', ids: ['designing-systems'] },
  // Tagged with it, so a row of the answer would show it.
  { query: 'cluster -kubernetes', ids: [] },
  { query: 'feature store -feature', ids: [] },
])('$query leaves out', ({ query, ids }) => {
  expect(idsFor(query)).toEqual(ids);
});

test('what is left out is what the word alone would find, nothing more', () => {
  const word = fc.constantFrom('learning', 'conference', 'kubecon', 'paris', 'machine', 'community', '监控');
  fc.assert(
    fc.property(word, word, (one, other) => {
      const without = new Set(idsFor(`${one} -${other}`));
      const all = search(index, one, { literal: true }).hits.map(({ id }) => id);
      for (const id of search(index, `"${other}"`).hits.map((hit) => hit.id)) expect(without.has(id)).toBe(false);
      for (const id of without) expect(search(index, one).hits.map((hit) => hit.id)).toContain(id);
      expect(all.length).toBeGreaterThan(0);
    }),
  );
});
