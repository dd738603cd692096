import { describe, expect, test } from 'vitest';
import { learnedIn, type Asking } from '../../src/search/asked';
import { buildIndex } from '../../src/search/build';
import { learn } from '../../src/search/learn';
import { search } from '../../src/search/query';
import { aTool, aTopic } from './fixture';

const nameOf = (name: string): string => name.replace(' ', '-');

/** Things of a workshop, which are asked for in words that a kitchen has, too. */
const kiln = aTool({ id: 'kiln', name: 'Kiln', summary: 'Burns clay.', topics: ['craft'], category: 'heat' });
const loom = aTool({ id: 'loom', name: 'Loom', summary: 'Weaves bread bags.', topics: ['craft'], category: 'cloth' });
const things = [kiln, loom];
const of = (id: string, phrases: readonly string[]): Asking[] => phrases.map((phrase) => ({ phrase, ids: [id] }));
const crowd = Array.from({ length: 600 }, (_, at): Asking => ({ phrase: `word${at % 300} other${at}`, ids: ['none'] }));
const forThings = [
  ...crowd,
  ...of('kiln', ['oven for pots', 'oven pots', 'hot oven', 'oven glaze', 'hot pots', 'hot glaze', 'oven']),
  ...of('loom', ['thread frame', 'frame for thread', 'thread']),
];
const ofKitchens = of(' ', ['bread oven', 'oven cake recipe', 'cake recipe', 'bread recipe', 'bread cake', 'recipe']);
const elsewhere = { id: ' ', best: [], good: [] };
const learned = learn([...forThings, ...ofKitchens], [elsewhere]);
const index = buildIndex(things, { learned: () => learned });
const without = buildIndex(things, { learned: () => learn(forThings) });
const idsFor = (query: string, of = index): string[] => search(of, query).hits.map(({ id }) => id);

describe('what people ask of other fields', () => {
  test('finds nothing, though some of its words mean something', () => {
    expect(idsFor('hot oven cake recipe', without)).toEqual(['kiln']);
    expect(idsFor('hot oven cake recipe')).toEqual([]);
  });

  test.each(['oven for pots', 'hot oven', 'oven'])('%s still means what it did', (query) => {
    expect(idsFor(query)).toContain('kiln');
  });

  test('what has all the words is found whatever they speak of', () => {
    expect(idsFor('bread')).toEqual(['loom']);
    expect(idsFor('bread bags')).toEqual(['loom']);
  });

  test('some of the words are no answer', () => {
    expect(idsFor('weaves bread bags recipe', without)).toEqual(['loom']);
    expect(idsFor('weaves bread bags recipe')).toEqual([]);
  });

  test('but beside topics that the question names, they are', () => {
    const topics = ['clay wheel', 'glaze'].map((name) => aTopic({ id: nameOf(name), name, definition: 'None.' }));
    const own = buildIndex([...things, ...topics], { learned: () => learned });
    expect(idsFor('clay wheel cake recipe', own)).toContain('clay-wheel');
    // One word may be somebody else's.
    expect(idsFor('glaze cake recipe', own)).toEqual([]);
  });

  test('of a question that says what the whole catalogue is about, it has to be surer', () => {
    expect(idsFor('hot cake')).toEqual([]);
    expect(idsFor('ai hot cake')).toEqual(['kiln']);
    expect(idsFor('hot oven cake recipe')).toEqual([]);
    expect(idsFor('ai hot oven cake recipe')).toEqual([]);
  });

  test('it is known over most of the catalogue with more beside it, and in whatever is made of that', () => {
    const more = aTool({ id: 'anvil', name: 'Anvil', topics: ['craft'], category: 'heat' });
    const own = buildIndex([...things, more], { learned: () => learnedIn(index.asked, index.ids) });
    const again = buildIndex(things, { learned: () => learnedIn(own.asked, own.ids) });
    for (const one of [own, again]) {
      expect(idsFor('hot oven cake recipe', one)).toEqual([]);
      expect(idsFor('hot oven', one)).toEqual(['kiln']);
    }
  });

  test('over a catalogue of another field some of the words are an answer, as ever', () => {
    const cakes = aTool({ id: 'cakes', name: 'Weaves bread bags', topics: ['kitchen'], category: 'food' });
    const own = buildIndex([cakes], { learned: () => learnedIn(index.asked, index.ids) });
    expect(idsFor('weaves bread bags recipe', own)).toEqual(['cakes']);
  });
});
