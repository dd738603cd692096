import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/catalogue/schema';
import { buildIndex } from '../../src/search/build';
import { search, type SearchOptions } from '../../src/search/query';
import { aBook, anEvent, aTool, aTopic } from './fixture';

const idsFor = (entries: readonly Entry[], query: string, options: SearchOptions = {}) =>
  search(buildIndex(entries), query, options).hits.map(({ id }) => id);

const aTerm = (id: string, name: string, topic: string, aliases: string[] = []): Entry => ({
  ...aBook({ id, name, topics: [topic] }),
  kind: 'term',
  aliases,
  topic,
  definition: 'A word.',
});

describe('a synonym of a topic that is a name of its own', () => {
  const tuning = aTopic({ id: 'tuning', name: 'Fine-tuning', definition: 'None.', synonyms: ['RLHF', 'Forge'] });
  const tagged = ['a', 'b', 'c'].map((id) => aBook({ id, name: `Book ${id}`, topics: ['tuning'] }));

  test('of a term: that comes first, then what names it, and the topic is only the broader one', () => {
    const term = aTerm('rlhf', 'Human feedback', 'tuning', ['RLHF']);
    const summary = 'All of human feedback.';
    const speaks = aBook({ id: 'speaks', name: 'On human feedback', summary, topics: ['tuning'] });
    const order = idsFor([tuning, term, ...tagged, speaks], 'rlhf');
    expect(order[0]).toBe('rlhf');
    expect(order.indexOf('speaks')).toBeLessThan(order.indexOf('a'));
  });

  test('of a tool, by another name of it: who asks for that does not ask for all of the topic', () => {
    const forge = aTool({ id: 'x', name: 'Workshop Suite', aliases: ['Forge'], topics: ['tuning'], category: 'cost' });
    const speaks = aBook({ id: 'speaks', name: 'Chapters', summary: 'With Forge.', topics: ['y'] });
    const { hits, complete } = search(buildIndex([tuning, forge, speaks, ...tagged]), 'forge');
    expect(hits.slice(0, complete).map(({ id }) => id)).toEqual(['x', 'tuning', 'speaks']);
  });
});

describe('what an entry is about', () => {
  const caching = aTopic({ id: 'caching', name: 'Caching of answers', definition: 'None.' });

  test('is said by its first topic rather than by the words of its name', () => {
    const tool = aTool({ id: 'tool', name: 'Squirrel', topics: ['caching'], category: 'cost' });
    const titled = aBook({ id: 'titled', name: 'Caching at work', topics: ['x'] });
    expect(idsFor([caching, tool, titled], 'caching of answers').slice(0, 2)).toEqual(['caching', 'tool']);
  });

  test('equal in all else, what can be used comes before what is read, and a date after both', () => {
    const common = { name: 'Squirrel', topics: ['caching'] };
    const three = [
      anEvent({ ...common, id: 'a-date' }),
      aBook({ ...common, id: 'b-book' }),
      aTool({ ...common, id: 'c-tool', category: 'none' }),
    ];
    expect(idsFor([caching, ...three], 'squirrel').slice(0, 3)).toEqual(['c-tool', 'b-book', 'a-date']);
    const [first] = search(buildIndex([caching, ...three]), 'squirrel', { explain: true }).hits;
    expect(first?.explanation?.factors).toContainEqual({ label: 'its kind', factor: 1.05 });
  });

  test('a word in the name of a topic says more than one in a synonym of it', () => {
    const both = [
      aTopic({ id: 'named', name: 'Squirrel keeping', definition: 'None.' }),
      aTopic({ id: 'other', name: 'Zoology', definition: 'None.', synonyms: ['squirrel lore'] }),
    ];
    const books = ['named', 'other'].map((topic) => aBook({ id: `on-${topic}`, name: 'Book', topics: [topic] }));
    expect(idsFor([...both, ...books], 'squirrel', { kinds: ['book'] })).toEqual(['on-named', 'on-other']);
  });
});

test('machine learning is one thing, which need not be named beside another', () => {
  const entries = [
    aBook({ id: 'ships', name: 'Shipping it', summary: 'Deployment of a model.', topics: ['x'] }),
    aBook({ id: 'sewing', name: 'Deployment of a sewing machine', topics: ['x'] }),
  ];
  expect(idsFor(entries, 'deployment machine learning')).toContain('ships');
  expect(idsFor(entries, 'machine deployment')).toEqual(['sewing']);
});

describe('one thing or the other', () => {
  const entries = [
    aTool({ id: 'forge', name: 'Forge', topics: ['x'], category: 'cost' }),
    aTool({ id: 'anvil', name: 'Anvil', topics: ['x'], category: 'cost' }),
    aBook({ id: 'both', name: 'Work', summary: 'With Forge and Anvil.', topics: ['x'] }),
  ];

  test.each(['forge or anvil', 'forge vs anvil', 'difference between Forge and Anvil', 'forge 和 anvil 区别'])(
    '%s: each of them is an answer',
    (query) => {
      expect(idsFor(entries, query).sort()).toEqual(['anvil', 'both', 'forge']);
      expect(idsFor(entries, query, { kinds: ['tool'] }).sort()).toEqual(['anvil', 'forge']);
    },
  );

  test('where nothing has both, what they name is there', () => {
    const apart = entries.filter(({ id }) => id !== 'both');
    const crowd = Array.from({ length: 9 }, (_, at) => aBook({ id: `b${at}`, name: 'Anvil', topics: ['x'] }));
    expect(idsFor([...apart, ...crowd], 'forge anvil')).toEqual(expect.arrayContaining(['anvil', 'forge']));
  });

  test('both words ask for what has both, and then for each', () =>
    expect(idsFor(entries, 'forge anvil')).toEqual(['both', 'anvil', 'forge']));
});

test('a topic named in several words stays in the answer, whatever else is said', () => {
  const topics = [aTopic({ id: 'caching', name: 'Cache layers', definition: 'None.', synonyms: ['caching'] })];
  expect(idsFor(topics, 'cache layers zzyzx qwxz')).toEqual(['caching']);
  expect(idsFor(topics, 'caching zzyzx qwxz')).toEqual([]);
});

test('behind a few entries with both words come those that lack the commoner one', () => {
  const common = Array.from({ length: 9 }, (_, at) => aBook({ id: `c${at}`, name: 'Notes on data', topics: ['x'] }));
  const both = aBook({ id: 'z-both', name: 'Provenance of data', topics: ['x'] });
  const rare = aBook({ id: 'a-rare', name: 'Provenance', topics: ['x'] });
  expect(idsFor([...common, both, rare], 'data provenance')).toEqual(['z-both', 'a-rare']);
});

test('a name run together is forgiven an error', () => {
  const tool = aTool({ id: 'w', name: 'Weaving Face', topics: ['x'], category: 'cost' });
  const answer = search(buildIndex([tool]), 'weavingfcae');
  expect(answer).toMatchObject({ corrected: 'weavingface', complete: 1, hits: [{ id: 'w' }] });
  expect(idsFor([tool], 'waevingfcae')).toEqual([]);
});

describe('a wish', () => {
  const course = (id: string, name: string): Entry => ({ ...aBook({ id, name, topics: ['llms'] }), kind: 'course' });
  const llms = aTopic({ id: 'llms', name: 'Language models', definition: 'None.', synonyms: ['LLM'] });

  test('in the name of a course is still one for courses', () => {
    const linked = aBook({ id: 'linked', name: 'Belts', related: ['the-course'], topics: ['x'] });
    const others = [course('other', 'Learn it'), course('third', 'Models')];
    const entries = [llms, course('the-course', 'LLM Course'), linked, ...others];
    const { hits, wishes } = search(buildIndex(entries), 'llm course');
    expect(wishes).toEqual(['kind course']);
    expect(hits[0]).toMatchObject({ id: 'the-course', isNamed: true });
    expect(hits.map(({ id }) => id)).toEqual(expect.arrayContaining(['other', 'third']));
    expect(search(buildIndex(entries), 'llm course', { literal: true }).hits[0]?.id).toBe('the-course');
  });

  test('is nearer fulfilled by what lacks a word than by what is of another kind', () => {
    const entries = [
      aBook({ id: 'lacks', name: 'Leading teams', topics: ['x'] }),
      aTool({ id: 'has-all', name: 'Leading teams of analysts', topics: ['x'], category: 'cost' }),
      ...['a', 'b', 'c'].map((id) => aTool({ id, name: 'Analysts', topics: ['x'], category: 'cost' })),
    ];
    expect(idsFor(entries, 'books leading teams analysts')).toEqual(['lacks', 'has-all']);
    expect(idsFor(entries, 'leading teams analysts', { literal: true })[0]).toBe('has-all');
  });

  test('to know what a thing is: the thing, introductions, and then the rest', () => {
    const entries = [
      llms,
      aTerm('llm-agent', 'LLM agent', 'llms'),
      aBook({ id: 'intro', name: 'First steps', topics: ['llms'], level: 'beginner' }),
      aBook({ id: 'deep', name: 'LLM', topics: ['llms'], level: 'advanced' }),
      aTool({ id: 'forge', name: 'Forge', topics: ['llms'], category: 'cost' }),
    ];
    expect(idsFor(entries, 'what is an LLM').slice(0, 3).sort()).toEqual(['deep', 'intro', 'llms']);
    expect(idsFor(entries, 'what is forge')[0]).toBe('forge');
    expect(idsFor(entries, 'LLM agent 是什么')[0]).toBe('llm-agent');
  });

  test.each(['what is caching', 'what is a cache layer?', 'define caching', '什么是缓存', '缓存是什么'])(
    '%s: the thing itself stands above its introductions, however well they fit',
    (query) => {
      const caching = aTopic({
        ...{ id: 'z-caching', name: 'Keeping what was answered before', definition: 'None.' },
        ...{ synonyms: ['caching', 'cache layer'], terms: { zh: ['缓存'] }, leading: ['intro'] },
      });
      const name = 'Caching 缓存: cache layers';
      const entries = [
        caching,
        aBook({ id: 'intro', name, summary: name, topics: ['z-caching'], level: 'beginner' }),
        aBook({ id: 'second', name: 'Shelves', topics: ['z-caching'], level: 'beginner' }),
        ...Array.from({ length: 30 }, (_, at) =>
          aBook({ id: `b${at}`, name: `On ovens ${at}`, summary: `After ${name}.`, topics: ['x'] }),
        ),
      ];
      const ids = idsFor(entries, query);
      expect(ids[0]).toBe('z-caching');
      expect(ids.indexOf('intro')).toBeGreaterThan(0);
    },
  );

  test('to know what a thing is: an introduction is mostly about it, and written for beginners alone', () => {
    const entries = [
      llms,
      aBook({ id: 'a-beside', name: 'Sewing', topics: ['x', 'llms'], level: 'beginner' }),
      aBook({ id: 'b-for-all', name: 'Weaving', topics: ['llms'], level: 'all' }),
      aBook({ id: 'z-intro', name: 'First steps', topics: ['llms'], level: 'beginner' }),
    ];
    expect(idsFor(entries, 'what is an LLM')).toEqual(['llms', 'z-intro', 'b-for-all', 'a-beside']);
  });

  test('for events is one for days that can still be gone to, before their series, and for the field itself', () => {
    const common = { topics: ['x'], place: { city: 'Berlin', country: 'DE' } };
    const sources = [{ ref: 'a fixture', verified: '2026-01-01' }];
    const entries: Entry[] = [
      {
        ...{ ...common, id: 'a-series', name: 'Days', summary: 'None.', sources, added: '2026-01-01' },
        ...{ kind: 'series', type: 'conference', relevance: 'core' },
      },
      anEvent({ ...common, id: 'b-past', name: 'Gathering', start: '2022-05-01' }),
      anEvent({ ...common, id: 'c-adjacent', name: 'Gathering', relevance: 'adjacent' }),
      anEvent({ ...common, id: 'd-core', name: 'Gathering' }),
    ];
    const isPast = (id: string): boolean => id === 'b-past';
    expect(idsFor(entries, 'events in berlin', { isPast })).toEqual(['d-core', 'c-adjacent', 'a-series', 'b-past']);
  });

  test('where only a kind is asked for, what the catalogue names often comes first', () => {
    const famous = aTool({ id: 'z-famous', name: 'Forge', topics: ['x'], category: 'cost' });
    const speaks = Array.from({ length: 8 }, (_, at) =>
      aBook({ id: `b${at}`, name: 'Book', summary: 'With Forge.', topics: ['x'] }),
    );
    const unknown = aTool({ id: 'a-unknown', name: 'Tool Box', topics: ['x'], category: 'cost' });
    expect(idsFor([famous, unknown, ...speaks], 'ml tools')[0]).toBe('z-famous');
  });
});

describe('while a name is typed that is common', () => {
  const namedBy = (name: string, count: number): Entry[] =>
    Array.from({ length: count }, (_, at) =>
      aBook({ id: `${name}-by-${at}`.toLowerCase(), name: `On data ${at}`, summary: `With ${name}.`, topics: ['x'] }),
    );
  const tool = (name: string): Entry =>
    aTool({ id: name.toLowerCase(), name, topics: ['x'], category: 'cost', summary: 'None.' });
  const crowd = Array.from({ length: 30 }, (_, at) =>
    aTool({ id: `crowd-${at}`, name: `Data ${at}`, topics: ['x'], category: 'cost' }),
  );

  test('it is in the first three, whatever else has the letters as a word', () => {
    expect(idsFor([...crowd, tool('Databank'), ...namedBy('Databank', 5)], 'data').slice(0, 3)).not.toContain(
      'databank',
    );
    expect(idsFor([...crowd, tool('Databank'), ...namedBy('Databank', 8)], 'data').slice(0, 3)).toContain('databank');
  });

  test('of more than three the commonest are', () => {
    const names = ['Databank', 'Datacom', 'Datadam', 'Datafog'];
    const entries = [...crowd, ...names.flatMap((name, at) => [tool(name), ...namedBy(name, 8 * (at + 1))])];
    expect(idsFor(entries, 'data').slice(0, 3).sort()).toEqual(['datacom', 'datadam', 'datafog']);
    const scores = search(buildIndex(entries), 'data').hits.map(({ score }) => score);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  });

  test('what is a name already stands for itself, and a filter holds', () => {
    const names = ['Databank', 'Datacom', 'Datadam'];
    const entries = [tool('Data'), ...names.flatMap((name) => [tool(name), ...namedBy(name, 8)])];
    expect(idsFor(entries, 'data')[0]).toBe('data');
    expect(idsFor(entries, 'datab kind:book')).not.toContain('databank');
  });
});
