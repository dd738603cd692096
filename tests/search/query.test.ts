import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build';
import { documentsOf } from '../../src/search/documents';
import { search } from '../../src/search/query';
import { tokenize } from '../../src/search/tokens';
import { aBook, aTool, entries } from './fixture';

const index = buildIndex(entries);
const idsFor = (query: string, options = {}) => search(index, query, options).hits.map(({ id }) => id);

describe('ranking', () => {
  test.each([
    { query: 'Sculley', first: ['hidden-technical-debt'] },
    { query: 'chip huyen', first: ['designing-systems'] },
    { query: '模型监控', first: ['model-monitoring'] },
    { query: '监', first: ['model-monitoring'] },
    { query: 'GitOps', first: ['ci-cd'] },
    { query: 'ci/cd', first: ['ci-cd'] },
    { query: 'cicd', first: ['ci-cd'] },
    { query: 'k8s', first: ['kubernetes'] },
    { query: 'kubecon', first: ['kubecon', 'kubecon-europe-2027'] },
    { query: 'kube con', first: ['kubecon', 'kubecon-europe-2027'] },
    { query: 'ml flow', first: ['mlflow'] },
    { query: 'mlops london', first: ['mlops-london-2026'] },
    { query: 'spain', first: ['kubecon-europe-2027'] },
    { query: '西班牙', first: ['kubecon-europe-2027'] },
    { query: 'apply', first: ['apply', 'applying-ml'] },
    { query: 'apply()', first: ['apply', 'applying-ml'] },
    { query: 'experiment traking', first: ['experiment-tracking'] },
    { query: 'continous training', first: ['continuous-training'] },
    { query: 'feature stores', first: ['feature-stores', 'feature-store-book'] },
    { query: 'c++', first: ['tracer'] },
    { query: 'oreilly', first: ['feature-store-book'] },
    { query: "o'reilly", first: ['feature-store-book'] },
    { query: 'jose muller', first: ['feature-hour'] },
    { query: 'hidden-technical-debt', first: ['hidden-technical-debt'] },
    { query: 'the design of machine learning systems', first: ['designing-systems'] },
    { query: 'flu', first: ['flux'] },
    { query: 'ｍｌｆｌｏｗ', first: ['mlflow'] },
  ])('$query → $first', ({ query, first }) => {
    expect(idsFor(query).slice(0, first.length)).toEqual(first);
  });

  test('a match in the name comes before one in the summary, and that before one in a synonym of a topic', () => {
    const small = buildIndex([
      aBook({ id: 'c', name: 'Concept', topics: ['x'] }),
      aBook({ id: 'b', name: 'Other', summary: 'All about a concept.', topics: ['x'] }),
      aBook({ id: 'a', name: 'Third', topics: ['model-monitoring'] }),
      ...entries.filter(({ id }) => id === 'model-monitoring'),
    ]);
    expect(search(small, 'concept drift').hits.map(({ id }) => id)).toEqual(['model-monitoring', 'a']);
    expect(search(small, 'concept', { kinds: ['book'] }).hits.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  test('equal entries are ordered by id, and the answer does not depend on the order of the entries', () => {
    expect(idsFor('gathering')).toEqual(['mlops-london-2026', 'mlops-paris-2026']);
    const [first, second] = search(index, 'gathering').hits;
    expect(first?.score).toBe(second?.score);
    expect(search(buildIndex([...entries].reverse()), 'mlops feature')).toEqual(search(index, 'mlops feature'));
  });

  test('a word mistyped never comes before the word itself: where that is known, no other is tried', () => {
    expect(idsFor('tracing')).toEqual(['tracer']);
    expect(idsFor('tracking')).not.toContain('tracer');
  });

  test('an alias counts by itself, however many others there are', () => {
    const tool = { name: 'Other', topics: ['x'], category: 'cost' };
    const small = buildIndex([
      aTool({ ...tool, id: 'a', aliases: ['A rather long other name with ray in it', 'Ray'] }),
      aTool({ ...tool, id: 'b', aliases: ['Ray'] }),
    ]);
    const [first, second] = search(small, 'ray').hits;
    expect(first?.score).toBe(second?.score);
  });

  test('the rarer word decides', () => {
    const small = buildIndex([
      aBook({ id: 'a', name: 'Model', summary: 'On drift.', topics: ['x'] }),
      aBook({ id: 'b', name: 'Drift', summary: 'On a model.', topics: ['x'] }),
      ...['c', 'd', 'e', 'f'].map((id) => aBook({ id, name: 'Model', topics: ['x'] })),
    ]);
    expect(search(small, 'model drift').hits.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('a word that every entry has still tells them apart', () => {
    const small = buildIndex([
      ...Array.from({ length: 300 }, (_, at) =>
        aBook({ id: `a${at}`, name: 'Other', summary: 'On Ray.', topics: ['x'] }),
      ),
      aBook({ id: 'b', name: 'Ray', topics: ['x'] }),
    ]);
    const [first, second] = search(small, 'ray').hits;
    expect(first?.id).toBe('b');
    expect((first?.score ?? 0) - (second?.score ?? 0)).toBeGreaterThan(0.01);
  });

  test('an entry with several forms of a word does not make the word commoner', () => {
    const names = { a: 'Old Ray Rays', b: 'Old Sun Moon', c: 'Old Sky Star' };
    const small = buildIndex(Object.entries(names).map(([id, name]) => aBook({ id, name, topics: ['x'] })));
    expect(search(small, 'ray').hits[0]?.score).toBe(search(small, 'sun').hits[0]?.score);
  });

  test('a compound finds its run-together form', () => {
    const small = buildIndex([aBook({ id: 'a', name: 'CICD at home', topics: ['x'] })]);
    expect(search(small, 'ci/cd home')).toMatchObject({ hits: [{ id: 'a', words: ['cicd', 'home'] }], partial: false });
  });

  test('a longer word counts less than the word itself', () => {
    const small = buildIndex([
      aTool({ id: 'a', name: 'Raytracer', topics: ['x'], category: 'cost' }),
      aTool({ id: 'b', name: 'Ray', topics: ['x'], category: 'cost' }),
    ]);
    expect(search(small, 'ray').hits.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('what must match', () => {
  test.each([
    { name: 'three letters are not corrected', query: 'cnf', ids: [] },
    { name: 'four letters are', query: 'cncx', ids: ['kubecon'] },
    { name: 'one error in four letters', query: 'flxu', ids: ['flux'] },
    { name: 'two errors in seven letters are too many', query: 'sculxxy', ids: [] },
    { name: 'two errors in eight letters', query: 'gathxrxng', ids: ['mlops-london-2026', 'mlops-paris-2026'] },
    { name: 'a year is not corrected', query: '2028', ids: [] },
    { name: 'nonsense', query: 'qwxz vvvkk', ids: [] },
    { name: 'nothing', query: '', ids: [] },
    { name: 'signs only', query: '?! …', ids: [] },
  ])('$name: $query', ({ query, ids }) => {
    expect(idsFor(query)).toEqual(ids);
  });

  test('longer words are none of the question beside a word that nothing has', () => {
    const others = Array.from({ length: 30 }, (_, n) => aBook({ id: `b${n}`, name: `Other ${n}`, topics: ['x'] }));
    const small = buildIndex([aBook({ id: 'a', name: 'Taxonomy of warehouses', topics: ['x'] }), ...others]);
    const found = (query: string): string[] => search(small, query).hits.map(({ id }) => id);
    expect(found('tax ware taxonomy')).toEqual(['a']);
    expect(found('tax ware qqxzv')).toEqual([]);
    expect(found('taxonomy warehouse qqxzv')).toEqual(['a']);
  });

  test('all words first, so that more words find fewer entries that have them', () => {
    expect(search(index, 'cloud native')).toMatchObject({ complete: 4, partial: false, missing: [] });
    expect(search(index, 'cloud native flux')).toMatchObject({ complete: 1, partial: false });
    const [flux, ...others] = idsFor('cloud native flux');
    expect(flux).toBe('flux');
    expect(idsFor('cloud native')).toEqual(expect.arrayContaining(others));
  });

  test('where no entry has all of them, the entries with the most, and the answer says so', () => {
    expect(search(index, 'hidden debt zzyzx')).toMatchObject({
      hits: [{ id: 'hidden-technical-debt' }],
      complete: 0,
      partial: true,
      missing: ['zzyzx'],
    });
    expect(search(index, 'sculley huyen')).toMatchObject({ total: 2, partial: true, missing: [] });
  });

  test('what the question names stays in the answer, whatever else it says', () => {
    expect(search(index, 'mlflow zzyzx qwxz')).toMatchObject({ hits: [{ id: 'mlflow' }], partial: true });
    expect(search(index, 'sculley zzyzx qwxz')).toMatchObject({ hits: [], partial: false });
  });

  test('beside a few entries with all words, those that lack one of three, below them', () => {
    const answer = search(index, 'kubecon europe barcelona gathering', { literal: true });
    // What is named among the words is there as well: the series.
    expect(answer).toMatchObject({ complete: 0, hits: [{ id: 'kubecon-europe-2027' }, { id: 'kubecon' }] });
    const beside = search(index, 'conference cloud native community', { literal: true });
    expect(beside.complete).toBe(1);
    expect(beside.hits.map(({ id }) => id)).toContain('kubecon-europe-2027');
    expect(beside.hits[0]?.id).toBe('kubecon');
  });

  test('fewer than half of the words, by rarity, are no answer', () => {
    expect(search(index, 'sculley zzyzx qwxz')).toMatchObject({
      hits: [],
      total: 0,
      partial: false,
      missing: ['zzyzx', 'qwxz'],
    });
    expect(search(index, 'conference zzyzx', { literal: true }).hits).toEqual([]);
  });

  test('fillers need not be there unless nothing else was asked', () => {
    expect(search(index, 'what is the experiment tracking')).toMatchObject({ partial: false, missing: [] });
    expect(idsFor('the')).toContain('feature-hour');
  });

  test('Chinese words run together are found across the boundary between them', () => {
    expect(search(index, '模型监控实验')).toMatchObject({ partial: true, missing: [] });
    expect(search(index, '监控漂移')).toMatchObject({ hits: [{ id: 'model-monitoring' }, {}, {}, {}], partial: false });
    expect(search(index, '监控鸡蛋')).toMatchObject({ missing: ['监控鸡蛋'] });
  });

  test('kinds and a filter narrow before it is decided whether an entry has all words', () => {
    expect(idsFor('feature store', { kinds: ['book', 'podcast'] })).toEqual(['feature-store-book', 'feature-hour']);
    expect(idsFor('mlops', { keep: (id: string) => id.includes('paris') })).toEqual(['mlops-paris-2026']);
    expect(search(index, 'debt sculley holt', { keep: (id) => !id.includes('debt') }).hits).toEqual([]);
    expect(search(index, 'cloud native flux', { keep: (id) => id !== 'flux' })).toMatchObject({ partial: true });
  });

  test('the filter is not asked of entries that have only one of two words', () => {
    const asked: string[] = [];
    search(index, 'native flux', { keep: (id) => asked.push(id) > 0 });
    expect(asked).toEqual(['flux']);
  });

  test('the limit cuts the hits but not their number', () => {
    expect(search(index, 'mlops', { limit: 1 })).toMatchObject({
      hits: [{}],
      total: search(index, 'mlops').hits.length,
    });
  });

  test('a pasted page is answered by its first words', () => {
    const page = Array.from({ length: 10_000 }, (_, at) => `word${at}`).join(' ');
    expect(search(index, page).missing).toHaveLength(32);
  });
});

describe('a long question', () => {
  const books = ['a', 'b'].map((id) =>
    aBook({ id, name: 'Painting walls', summary: 'In an old house.', topics: ['x'] }),
  );
  const small = buildIndex([
    ...books,
    aBook({ id: 'slow', name: 'Slow cooking', topics: ['x'] }),
    ...Array.from({ length: 40 }, (_, at) => aBook({ id: `c${at}`, name: 'Other', topics: ['x'] })),
  ]);
  const idsOf = (query: string) => search(small, query).hits.map(({ id }) => id);

  test('is answered by what has most of its words; one that nothing has weighs least', () => {
    expect(idsOf('painting walls slow qwxzyk')).toEqual(['a', 'b']);
    expect(idsOf('painting walls qwxzyk vbnmrt')).toEqual([]);
  });

  test('of which nearly all is unknown is about something else', () => {
    expect(idsOf('painting qwxzyk vbnmrt plkjhg walls')).toEqual([]);
  });

  test('is not asked for what is said of everything', () => {
    expect(idsOf('painting walls problem in production')).toEqual(['a', 'b']);
  });
});

describe('what the answer tells', () => {
  test('the fields that matched, in field order, and the terms', () => {
    expect(search(index, 'huyen designing').hits).toMatchObject([
      { id: 'designing-systems', matched: ['name', 'authors'], words: ['designing', 'huyen'] },
    ]);
    expect(search(index, '漂移').hits.find(({ id }) => id === 'tracer')).toMatchObject({ matched: ['topics'] });
  });

  test('scores fall, are above 0 and have at most 4 decimals', () => {
    for (const query of ['a', 'mlops', 'feature store', 'm']) {
      const scores = search(index, query).hits.map(({ score }) => score);
      expect([...scores].sort((a, b) => b - a)).toEqual(scores);
      for (const score of scores) expect(score).toBe(Number(Math.max(score, 0.0001).toFixed(4)));
    }
  });

  test.each([
    { query: 'Experiment  traking', suggestion: 'experiment tracking' },
    { query: 'continous traning', suggestion: 'continuous training' },
    // Tracing and tracking are both one edit away: the one in the best hit, beside the other word, was meant.
    { query: 'distributed traking', suggestion: 'distributed tracing' },
    { query: 'experiment tracking', suggestion: undefined },
    { query: 'zztrakingz distributed traking', suggestion: 'zztrakingz distributed tracing' },
    { query: 'trakingzzz distributed traking', suggestion: 'trakingzzz distributed tracing' },
    { query: 'huye', suggestion: undefined },
    { query: 'qwxz vvvkk', suggestion: undefined },
  ])('$query: meant $suggestion', ({ query, suggestion }) => {
    expect(search(index, query).corrected).toBe(suggestion);
  });
});

describe('whatever the entries', () => {
  const documents = documentsOf(entries).map(({ id, fields }) => ({
    id,
    terms: new Set(Object.values(fields).flat().flatMap(tokenize)),
  }));
  const vocabulary = [...new Set(documents.flatMap(({ terms }) => [...terms]))].sort();
  const anyTerm = fc.constantFrom(...vocabulary);
  const having = (term: string) => documents.filter(({ terms }) => terms.has(term)).map(({ id }) => id);

  test('every term of an entry finds it', () => {
    for (const term of vocabulary) expect(idsFor(term)).toEqual(expect.arrayContaining(having(term)));
  });

  test('every beginning of a term finds its entries', () => {
    fc.assert(
      fc.property(anyTerm, fc.nat(), (term, cut) => {
        const characters = Array.from(term);
        const prefix = characters.slice(0, 1 + (cut % characters.length)).join('');
        expect(idsFor(prefix)).toEqual(expect.arrayContaining(having(term)));
      }),
      { numRuns: 500 },
    );
  });

  test('a term with one error, where that is no other word, finds its entries', () => {
    // Words of running text are only forgiven an error where they are long: see corrections.ts.
    const names = documentsOf(entries).flatMap(({ fields: { summary: _, definition: __, ...named } }) => named);
    const named = new Set(names.flatMap((fields) => Object.values(fields).flat().flatMap(tokenize)));
    const long = fc.constantFrom(...[...named].filter((term) => /^[a-z]{8,}$/.test(term)));
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    const edit = fc.constantFrom('lost', 'added', 'changed', 'swapped');
    fc.assert(
      fc.property(long, edit, fc.nat(), letter, (term, kind, where, other) => {
        const at = where % (term.length - 1);
        const [head, tail] = [term.slice(0, at), term.slice(at)];
        const [first = '', second = ''] = tail;
        const typed = {
          lost: head + tail.slice(1),
          added: head + other + tail,
          changed: head + other + tail.slice(1),
          swapped: head + second + first + tail.slice(2),
        }[kind];
        const isOther = vocabulary.some((known) => known === typed || `${known}s` === typed || known === `${typed}s`);
        fc.pre(!isOther || typed === term);
        expect(idsFor(typed)).toEqual(expect.arrayContaining(having(term)));
      }),
      { numRuns: 1000 },
    );
  });

  test('entries with all words are those that MiniSearch finds', () => {
    const oracle = new MiniSearch({
      fields: ['text'],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
    });
    oracle.addAll(documents.map(({ id, terms }) => ({ id, text: [...terms].join(' ') })));
    // Words that stand for themselves only: not cut into several, not fillers, not the plural of another.
    const plain = vocabulary.filter(
      (term) => /^[a-rt-z]{4,}$/.test(term) && !/^(?:from|this|what|with)$|y$/.test(term),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...plain), { minLength: 1, maxLength: 3 }), (words) => {
        const expected = oracle
          .search(words.join(' '), { combineWith: 'AND' })
          .map(({ id }) => String(id))
          .sort();
        const answer = search(index, words.join(' '));
        const exact = answer.hits.filter((hit) => words.every((word) => hit.words.includes(word)));
        expect(exact.map(({ id }) => id).sort()).toEqual(expected);
        if (expected.length > 0) expect(answer.partial).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
