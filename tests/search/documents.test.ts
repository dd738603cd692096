import { expect, test } from 'vitest';
import { documentsOf } from '../../src/search/documents';
import { FIELDS, WEIGHTS } from '../../src/search/fields';
import { aBook, aTool, anEvent, entries } from './fixture';

const fieldsOf = (id: string) => documentsOf(entries).find((document) => document.id === id)?.fields;

test('a topic is searched by its names in every language', () => {
  expect(fieldsOf('model-monitoring')).toMatchObject({
    name: ['Model monitoring and drift'],
    aliases: ['ML monitoring', 'data drift', 'concept drift', '模型监控', '数据漂移'],
    definition: ['Models decay as the world moves on.'],
    details: ['topic'],
  });
});

test('an entry has its topics, but not their names: what it is about is worked out from those and from its category', () => {
  expect(documentsOf(entries).find(({ id }) => id === 'tracer')).toMatchObject({
    fields: { topics: ['observability'], details: ['tool', 'C++'] },
    category: 'observability',
    topics: ['model-monitoring'],
  });
});

test('an entry links to what it names by id', () => {
  const linksOf = (id: string) => documentsOf(entries).find((document) => document.id === id)?.links;
  expect(linksOf('kubecon-europe-2027')).toEqual(['kubecon']);
  expect(linksOf('training-serving-skew')).toEqual(['feature-stores']);
});

test('an edition is searched by its series and by where it is, the country in words', () => {
  expect(fieldsOf('kubecon-europe-2027')).toMatchObject({
    series: ['KubeCon + CloudNativeCon', 'KubeCon'],
    place: expect.arrayContaining(['Barcelona', 'ES', 'Spain', '西班牙']),
    details: ['event', 'conference', '2027'],
  });
});

test('people and publishers have fields of their own', () => {
  expect(fieldsOf('feature-store-book')).toMatchObject({
    authors: ['Ada Nowak'],
    publisher: ["O'Reilly Media"],
    details: ['book', 'beginner', 'paid', '2022'],
  });
  expect(fieldsOf('feature-hour')).toMatchObject({ hosts: ['José Müller'], platform: ['Spotify'] });
  expect(fieldsOf('apply')).toMatchObject({ organiser: ['Tecton'] });
});

test('of a topic or series that is not among the entries, the id is searched', () => {
  const [book, event] = documentsOf([
    aBook({ id: 'b', name: 'B', topics: ['edge-ml'] }),
    anEvent({ id: 'e', name: 'E', topics: ['edge-ml'], series: 'mlops-world' }),
  ]);
  expect(book?.fields).toMatchObject({ topics: ['edge-ml'] });
  expect(event?.fields).toMatchObject({ series: ['mlops-world'] });
});

test('a city is also found by the names that it has elsewhere', () => {
  const entry = anEvent({ id: 'e', name: 'E', topics: ['x'], place: { city: 'Munich', country: 'DE' } });
  const [event] = documentsOf([entry], () => ({ city: ['München', '慕尼黑'], region: [], around: [] }));
  expect(event?.fields.place).toEqual(expect.arrayContaining(['Munich', 'München', '慕尼黑', 'Germany']));
  expect(event?.facets).toEqual(expect.arrayContaining(['city:munchen', 'place:munchen', 'place:慕尼黑']));
});

test('a level for everybody says nothing', () => {
  const [book] = documentsOf([aBook({ id: 'b', name: 'B', topics: ['x'], level: 'all' })]);
  expect(book?.fields.details).toEqual(['book']);
});

test('entries stay in their order and every field is there', () => {
  const documents = documentsOf([...entries, aTool({ id: 't', name: 'T', topics: ['x'], category: 'cost' })]);
  expect(documents.map(({ id }) => id)).toEqual([...entries.map(({ id }) => id), 't']);
  for (const { fields } of documents) expect(Object.keys(fields)).toEqual([...FIELDS]);
});

test('names weigh most, and what is said of an entry more than how it is', () => {
  const order = [...FIELDS].sort((a, b) => WEIGHTS[b] - WEIGHTS[a]);
  expect(order.slice(0, 4)).toEqual(['name', 'aliases', 'authors', 'hosts']);
  expect(WEIGHTS.summary).toBeGreaterThan(WEIGHTS.details);
});
