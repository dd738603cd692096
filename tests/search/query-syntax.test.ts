import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../src/search/query-syntax';

const nothing = { pieces: [], excluded: [], filters: [], nearFields: [] };
const word = (text: string) => ({ text, isPhrase: false });
const phrase = (text: string) => ({ text, isPhrase: true });

test.each([
  { query: '', parsed: {} },
  { query: 'feature store', parsed: { pieces: [word('feature'), word('store')] } },
  { query: '"feature store" book', parsed: { pieces: [phrase('feature store'), word('book')] } },
  { query: '“feature store” 「模型监控」', parsed: { pieces: [phrase('feature store'), phrase('模型监控')] } },
  { query: '"left open', parsed: { pieces: [phrase('left open')] } },
  { query: 'ray -serve', parsed: { pieces: [word('ray')], excluded: ['serve'] } },
  { query: 'ray -"ray serve"', parsed: { pieces: [word('ray')], excluded: ['ray serve'] } },
  { query: 'fine-tuning - x', parsed: { pieces: [word('fine-tuning'), word('-'), word('x')] } },
  { query: 'std::vector', parsed: { pieces: [word('std :vector')] } },
  { query: 'arxiv:2103.08942', parsed: { pieces: [word('arxiv 2103.08942')] } },
  { query: 'kind:', parsed: { pieces: [word('kind:')] } },
])('$query', ({ query, parsed }) => {
  expect(parseQuery(query)).toEqual({ ...nothing, ...parsed });
});

test.each([
  { query: 'kind:book', field: 'kind', values: ['book'] },
  { query: 'KIND:book,podcast', field: 'kind', values: ['book', 'podcast'] },
  { query: 'kind：书，播客', field: 'kind', values: ['书', '播客'] },
  { query: 'author:"chip huyen"', field: 'author', values: ['chip huyen'] },
  { query: 'host:"Müller, José"', field: 'author', values: ['Müller, José'] },
  { query: 'year:2020..2023', field: 'year', values: ['2020..2023'] },
  { query: '-topic:llmops', field: 'topic', values: ['llmops'], isExcluded: true },
])('$query filters', ({ query, field, values, isExcluded = false }) => {
  expect(parseQuery(query)).toEqual({ ...nothing, filters: [{ field, values, isExcluded, typed: query }] });
});

test('a name that is nearly a field is told, and read as a word', () => {
  expect(parseQuery('kidn:book')).toEqual({
    ...nothing,
    pieces: [word('kidn book')],
    nearFields: [{ typed: 'kidn', near: 'kind' }],
  });
});

test('parts may stand in any order', () => {
  const parts = ['kind:book', 'topic:rag', 'author:huyen', 'year:2022', 'cost:free'];
  fc.assert(
    fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), fc.nat(parts.length), (order, at) => {
      const { filters, pieces } = parseQuery([...order.slice(0, at), 'drift', ...order.slice(at)].join(' '));
      expect(filters.map(({ typed }) => typed)).toEqual(order);
      expect(pieces).toEqual([word('drift')]);
    }),
  );
});

test('no text is too odd, and no word of it is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'kind', ':', '"', '-', ' ', '监', ',') }), (query) => {
      const { pieces, excluded, filters, nearFields } = parseQuery(query);
      const kept = [...pieces.map(({ text }) => text), ...excluded, ...filters.map(({ typed }) => typed)].join('');
      const count = (text: string): number => text.split('监').length;
      expect(count(kept)).toBe(count(query));
      expect(nearFields.length).toBeLessThanOrEqual(query.length);
    }),
    { numRuns: 1000 },
  );
});
