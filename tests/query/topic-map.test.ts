import { describe, expect, test } from 'vitest';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { loadFiles } from '../../src/catalogue/load';
import { memoryCatalogue } from '../../src/catalogue/memory';
import type { Entry } from '../../src/catalogue/schema';
import { search } from '../../src/search/query';
import { bestEntries, topicMap, topicOverview } from '../../src/query/topic-map';
import { aTerm, aTool, aTopic, anEntry, anEvent, zones } from '../helpers/entries';

const small = loadFiles(['tests/fixtures/small'], vocabularyOf(undefined, zones));

test('the map of the small catalogue', () => {
  expect(topicMap(small)).toMatchObject([
    {
      topic: { id: 'feature-stores' },
      stage: { id: 'data', name: 'Data' },
      terms: [{ id: 'point-in-time-join' }],
      entries: 6,
    },
    { topic: { id: 'monitoring' }, stage: { id: 'operate' }, terms: [], entries: 9 },
  ]);
});

const catalogueOf = (entries: readonly Entry[]) =>
  memoryCatalogue(
    {
      entries,
      stages: [
        { id: 'data', name: 'Data' },
        { id: 'operate', name: 'Operate' },
      ],
      categories: [],
    },
    'a test',
  );

test('topics stand in the order of the stages, then of the file', () => {
  const topics = [
    aTopic({ id: 'z', stage: 'operate' }),
    aTopic({ id: 'y', stage: 'data' }),
    aTopic({ id: 'b', stage: 'operate' }),
    aTopic({ id: 'a', stage: 'data' }),
  ];
  expect(topicMap(catalogueOf(topics)).map(({ topic }) => topic.id)).toEqual(['y', 'a', 'z', 'b']);
});

test('an overview counts what is about the topic, under any of its topics, with itself and its terms', () => {
  const topic = aTopic();
  const terms = [aTerm({ id: 't-1' }), aTerm({ id: 't-2' }), aTerm({ id: 't-3', topic: 'other' })];
  const others = [anEvent({ topics: ['other', 'monitoring'] }), aTool(), aTool({ id: 'a-tool-2', topics: ['other'] })];
  const overview = topicOverview(catalogueOf([topic, ...terms, ...others]), topic);
  expect(overview).toMatchObject({ topic, stage: { id: 'operate' }, entries: 5 });
  expect(overview.terms.map(({ id }) => id)).toEqual(['t-1', 't-2']);
});

test('a stage that is not there is none', () => {
  const topic = aTopic({ stage: 'nowhere' });
  expect(topicOverview(catalogueOf([topic]), topic).stage).toBeUndefined();
});

describe('the best entries of a topic', () => {
  const topic = aTopic({ name: 'Model monitoring' });
  const best = (...entries: Entry[]): string[] =>
    bestEntries(catalogueOf([topic, ...entries]), topic, search).map(({ id }) => id);
  const book = (id: string, topics: string[], name = `Book ${id}`): Entry =>
    anEntry({ kind: 'book', id, name, topics });

  test('those of which it is the main topic, then by how well they match its name, then by id', () => {
    expect(
      best(
        book('c', ['other', 'monitoring'], 'Model monitoring'),
        book('b', ['monitoring']),
        book('a', ['monitoring', 'other']),
      ),
    ).toEqual(['a', 'b', 'c']);
    expect(best(book('a', ['monitoring']), book('b', ['monitoring'], 'Model monitoring'))).toEqual(['b', 'a']);
    expect(best(book('a', ['other', 'monitoring']), book('b', ['other', 'monitoring'], 'Monitoring a model'))).toEqual([
      'b',
      'a',
    ]);
  });

  test('books before tools, no more than three of the one and five of the other', () => {
    const many = [1, 2, 3, 4, 5, 6].flatMap((n) => [
      aTool({ id: `t-${n}`, name: `T${n}` }),
      book(`b-${n}`, ['monitoring']),
    ]);
    expect(best(...many)).toEqual(['b-1', 'b-2', 'b-3', 't-1', 't-2', 't-3', 't-4', 't-5']);
  });

  test('no events, topics and terms, and nothing about something else', () => {
    expect(best(anEvent(), aTerm(), book('a', ['other'], 'Model monitoring'))).toEqual([]);
  });

  test('of the small catalogue', () => {
    const monitoring = topicMap(small).find(({ topic: { id } }) => id === 'monitoring')!.topic;
    expect(bestEntries(small, monitoring, search).map(({ id }) => id)).toEqual([
      'watching-models',
      'drift-talk',
      'driftwatch',
      'mlops-day',
    ]);
  });
});
