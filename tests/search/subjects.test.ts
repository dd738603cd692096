import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build';
import { search, type SearchOptions } from '../../src/search/query';
import { aBook, aTool, entries } from './fixture';

const index = buildIndex([
  ...entries,
  aTool({
    id: 'tensor-extended',
    name: 'Tensor Extended',
    aliases: ['TX9'],
    topics: ['ci-cd'],
    category: 'orchestration',
  }),
  aBook({ id: 'says-so', name: 'Pipelines', summary: 'Written around Tensor Extended.', topics: ['feature-stores'] }),
  aBook({ id: 'as-a-word', name: 'Muscles', summary: 'How a tensor extended his arm.', topics: ['feature-stores'] }),
  aBook({ id: 'linked', name: 'Belts', related: ['tensor-extended'], topics: ['feature-stores'] }),
]);
const answerFor = (query: string, options: SearchOptions = {}) => search(index, query, options);
const idsFor = (query: string, options: SearchOptions = {}) => answerFor(query, options).hits.map(({ id }) => id);

describe('what speaks of a thing', () => {
  test('is found by its other names, behind the thing itself', () => {
    expect(idsFor('tx9').slice(0, 3)).toEqual(['tensor-extended', 'linked', 'says-so']);
  });

  test('a thing has no topics of its own: what names it has no match there', () => {
    expect(
      answerFor('tx9')
        .hits.map(({ matched }) => matched)
        .slice(0, 3),
    ).toEqual([['aliases'], [], []]);
  });

  test('a tool is about its category, whatever it is tagged with', () => {
    expect(idsFor('observability kind:tool')).toEqual(['tracer']);
  });
});

describe('a tool that a topic lists among its synonyms', () => {
  const both = buildIndex([
    ...entries,
    aTool({ id: 'operators', name: 'Operators', topics: ['ci-cd'], category: 'orchestration' }),
    aBook({ id: 'pilots', name: 'Pilots', summary: 'Flies Operators.', topics: ['ci-cd'] }),
    aBook({ id: 'captains', name: 'Captains', topics: ['kubernetes'] }),
  ]);
  const ids = (query: string) => search(both, query).hits.map(({ id }) => id);

  test('is asked for without the rest of the topic', () => expect(ids('operators')).not.toContain('captains'));

  test('a wish looks further', () => expect(ids('operators book')).toContain('captains'));
});

describe('where few entries have the name of a topic or term', () => {
  test('what is about its topic follows, and is counted apart', () => {
    const { hits, complete, sameSubject } = answerFor('training-serving skew');
    const ids = hits.map(({ id }) => id);
    expect(ids[0]).toBe('training-serving-skew');
    expect(ids).toContain('feature-store-book');
    expect(ids.length).toBeLessThanOrEqual(10);
    expect(sameSubject).toEqual({ topic: 'feature-stores', count: hits.length - complete });
  });

  test.each([
    ['in quotes', '"training-serving skew"'],
    ['a word beside it', 'training-serving skew mlflow'],
    ['a thing of which nothing speaks', 'mlflow'],
    ['no name', 'ada'],
  ])('%s asks for nothing more', (_, query) => {
    expect(answerFor(query).sameSubject).toBeUndefined();
  });

  test('so it does behind what speaks of a thing', () => {
    expect(answerFor('tx9')).toMatchObject({ complete: 3, sameSubject: {} });
  });

  test('filters hold for it, too', () => {
    expect(idsFor('training-serving skew kind:term')).toEqual(['training-serving-skew']);
    expect(idsFor('training-serving skew', { keep: (id) => id === 'training-serving-skew' })).toHaveLength(1);
  });
});

test.each([
  ['labelling', 'labeling'],
  ['experiment optimisation', 'experiment optimization'],
])('%s is %s', (british, american) => {
  const named = buildIndex([
    ...entries,
    aTool({ id: 'x', name: british, topics: ['ci-cd'], category: 'orchestration' }),
  ]);
  expect(search(named, american).hits[0]).toMatchObject({ id: 'x', isNamed: true });
});

test.each([
  ['feature store', 'feature-stores'],
  ['model monitoring', 'model-monitoring'],
  ['kubernetes', 'kubernetes'],
])('%s is what the topic %s is called for short: nothing else is meant', (query, topic) => {
  let reads = 0;
  const index = buildIndex(entries);
  const counted = {
    ...index,
    get asked() {
      reads += 1;
      return index.asked;
    },
  };
  expect(search(counted, query).hits[0]).toMatchObject({ id: topic, isNamed: true });
  expect(reads).toBe(0);
  search(counted, 'online store');
  expect(reads).toBeGreaterThan(0);
});
