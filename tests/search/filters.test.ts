import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryCatalogue } from '../../src/catalogue/memory';
import { select, type Criteria } from '../../src/query/select';
import { buildIndex } from '../../src/search/build';
import { search } from '../../src/search/query';
import { entries } from './fixture';

const index = buildIndex(entries);
const catalogue = memoryCatalogue({ entries, stages: [], categories: [] }, 'a fixture');
const idsFor = (query: string) =>
  search(index, query)
    .hits.map(({ id }) => id)
    .sort();
const selected = (criteria: Criteria) =>
  select(catalogue, criteria)
    .map(({ id }) => id)
    .sort();

describe('a filter in the question keeps what the option of its name does', () => {
  const filters: readonly (readonly [string, Criteria])[] = [
    ['kind:book', { kinds: ['book'] }],
    ['kind:books,podcast', { kinds: ['book', 'podcast'] }],
    ['topic:feature-stores', { topics: ['feature-stores'] }],
    ['topic:ci-cd topic:kubernetes', { allTopics: ['ci-cd', 'kubernetes'] }],
    ['-topic:ci-cd', { notTopics: ['ci-cd'] }],
    ['year:2022', { years: [{ from: 2022, to: 2022 }] }],
    ['year:2016..2022', { years: [{ from: 2016, to: 2022 }] }],
    [
      'year:2016,2020..2022',
      {
        years: [
          { from: 2016, to: 2016 },
          { from: 2020, to: 2022 },
        ],
      },
    ],
    ['year:2016..', { years: [{ from: 2016, to: 9999 }] }],
    ['year:..2022', { years: [{ from: 0, to: 2022 }] }],
    ['year:>=2022', { years: [{ from: 2022, to: 9999 }] }],
    ['year:<2022', { years: [{ from: 0, to: 2021 }] }],
    ['cost:paid', { costs: ['paid'] }],
    ['level:beginner', { levels: ['beginner'] }],
    ['type:meetup', { types: ['meetup'] }],
    ['city:london', { city: 'London' }],
    ['country:fr', { countries: ['FR'] }],
    ['country:france', { countries: ['FR'] }],
    ['series:kubecon', { series: ['kubecon'] }],
    ['relevance:adjacent', { relevance: ['adjacent'] }],
    ['certainty:confirmed', { certainty: ['confirmed'] }],
    ['status:scheduled', { statuses: ['scheduled'] }],
    ['author:sculley', { author: { name: 'sculley' } }],
    ['author:"gary holt"', { author: { name: 'gary holt' } }],
    ['organiser:cncf', { author: { name: 'cncf', series: new Set(['kubecon']) } }],
    ['status:postponed', { statuses: ['postponed'] }],
  ];

  test.each(filters)('%s', (query, criteria) => {
    expect(idsFor(query)).toEqual(selected(criteria));
  });

  test('two of them keep what both keep', () => {
    const any = fc.constantFrom(...filters);
    fc.assert(
      fc.property(any, any, ([one, first], [other, second]) => {
        const [fieldOne] = one.split(':');
        fc.pre(fieldOne !== other.split(':')[0]);
        const both = new Set(selected(second));
        expect(idsFor(`${one} ${other}`)).toEqual(selected(first).filter((id) => both.has(id)));
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  { query: 'topic:monitoring', ids: ['designing-systems', 'hidden-technical-debt', 'model-monitoring', 'tracer'] },
  { query: 'topic:gitops', ids: selected({ topics: ['ci-cd'] }) },
  { query: 'topic:模型监控', ids: selected({ topics: ['model-monitoring'] }) },
  { query: 'kind:event kind:podcast', ids: [...selected({ kinds: ['event', 'podcast'] })].sort() },
  { query: 'feature kind:podcast', ids: ['feature-hour'] },
  {
    query: '-kind:book feature store',
    ids: ['apply', 'applying-ml', 'feature-hour', 'feature-stores', 'training-serving-skew'],
  },
])('$query', ({ query, ids }) => {
  expect(idsFor(query)).toEqual([...ids].sort());
});

test.each([
  { query: 'kind:bok', field: 'kind', near: ['book'] },
  { query: 'topic:experiment-traking', field: 'topic', near: ['experiment-tracking'] },
  { query: 'cost:pad', field: 'cost', near: ['paid'] },
  { query: 'city:londn', field: 'city', near: ['london'] },
  { query: 'author:sculey', field: 'author', near: ['sculley'] },
  { query: 'year:may', field: 'year', near: [] },
  { query: 'year:2023..2020', field: 'year', near: [] },
])('$query is no value: it finds nothing, and what is near is told', ({ query, field, near }) => {
  expect(search(index, `${query} feature`)).toMatchObject({
    hits: [],
    unknownValues: [{ field, value: query.split(':')[1], near }],
  });
});
