import { describe, expect, test } from 'vitest';
import type { Asking } from '../../src/search/asked';
import { askedFor, isAskedWith, type AskedWord } from '../../src/search/asked-for';
import { buildIndex } from '../../src/search/build';
import { learn } from '../../src/search/learn';
import { search } from '../../src/search/query';
import { aBook, aTool, aTopic } from './fixture';

/** Things of which no text has any word of the questions below; each is asked for by its own phrases alone. */
const NAMES = ['kiln', 'loom', 'anvil', 'lathe', 'bellows'];
const things = NAMES.map((id) => aBook({ id, name: id, topics: ['craft'] }));
const crowd = Array.from({ length: 600 }, (_, at): Asking => ({
  phrase: `word${at % 300} other${at}`,
  ids: ['bellows'],
}));

const learnedFrom = (phrases: Readonly<Record<string, readonly string[]>>) => () =>
  learn([
    ...crowd,
    ...Object.entries(phrases).flatMap(([id, own]) => own.map((phrase): Asking => ({ phrase, ids: [id] }))),
  ]);
const indexOf = (phrases: Readonly<Record<string, readonly string[]>>) =>
  buildIndex(things, { learned: learnedFrom(phrases) });

/** A word as a question has it. */
const word = (term: string, is: Partial<AskedWord> = {}): AskedWord => ({
  ...{ typed: term, term, joined: [], isLast: false, isCjk: false, isExact: false },
  ...{ isFiller: false, isStrange: false },
  ...is,
});

/** Id → how much it is asked for. */
function asked(index: ReturnType<typeof indexOf>, words: readonly AskedWord[]): Record<string, number> {
  const points = askedFor(index, words);
  return Object.fromEntries((points?.entries ?? []).map((entry) => [index.ids[entry] ?? '', points?.of(entry) ?? 0]));
}
const asks = (text: string): AskedWord[] => text.split(' ').map((one) => word(one));
const order = (shares: Record<string, number>): string[] =>
  NAMES.filter((id) => id in shares).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));

describe('what is asked for in other words', () => {
  test('wholly, in the very words of a phrase, in any order', () => {
    const index = indexOf({ kiln: ['clay gets hard'] });
    expect(asked(index, asks('hard clay gets'))).toEqual({ kiln: 1 });
  });

  test('what has all words before what has some, and that before what has none', () => {
    const index = indexOf({ kiln: ['clay hard', 'clay', 'hard'], loom: ['clay wet', 'wet'], anvil: ['cold'] });
    const shares = asked(index, asks('clay hard'));
    expect(order(shares)[0]).toBe('kiln');
    expect(shares.loom ?? 0).toBeLessThan(0.5);
    expect(shares).not.toHaveProperty('anvil');
  });

  test('by words of several phrases, put together', () => {
    const index = indexOf({ kiln: ['clay fire', 'clay ash', 'hard fire', 'hard ash'], loom: ['thread', 'ash thread'] });
    expect(order(asked(index, asks('clay hard')))).toEqual(['kiln']);
  });

  test('in other forms of the words', () => {
    const index = indexOf({ kiln: ['bricks crumbling'] });
    expect(order(asked(index, asks('brick crumbled')))).toEqual(['kiln']);
    expect(isAskedWith(index, word('brick'))).toBe(true);
    expect(isAskedWith(index, word('bricklayer'))).toBe(false);
    expect(isAskedWith(index, word('bricks', { isExact: true }))).toBe(false);
  });

  test('a word that only begins like one is mistyped, and no form of it', () => {
    const index = indexOf({ kiln: ['it will expire'] });
    expect(isAskedWith(index, word('expired'))).toBe(true);
    expect(isAskedWith(index, word('expirement'))).toBe(false);
  });

  test('by what people say around a question, where phrases have it; elsewhere it changes nothing', () => {
    const index = indexOf({ kiln: ['works on my machine', 'works here', 'my'], loom: ['machine stands', 'machine'] });
    const around = ['works', 'my'].map((one) => word(one, { isFiller: true }));
    const [alone, all] = [asked(index, asks('machine')), asked(index, [...asks('machine'), ...around])];
    expect(order(alone)[0]).toBe('loom');
    expect(order(all)[0]).toBe('kiln');
    const chatty = ['please', 'somebody'].map((one) => word(one, { isFiller: true }));
    expect(asked(index, [...asks('machine'), ...chatty])).toEqual(alone);
  });

  test('never in quotes', () => {
    const index = indexOf({ kiln: ['clay hard'] });
    expect(asked(index, [word('clay', { isExact: true }), word('hard')])).toEqual({});
  });

  test('less beside words that no phrase has, and with nonsense not at all', () => {
    const index = indexOf({ kiln: ['clay', 'hard', 'clay hard'] });
    const whole = asked(index, asks('clay hard')).kiln ?? 0;
    expect(whole).toBe(1);
    expect(asked(index, asks('clay elsewhere')).kiln ?? 0).toBeLessThan(whole);
    expect(asked(index, [word('clay'), word('qwxzv', { isStrange: true })])).toEqual({});
    expect(asked(index, asks('nowhere'))).toEqual({});
    expect(asked(index, [])).toEqual({});
  });

  test('in Chinese, where a pair of characters that nothing has is mostly no word', () => {
    const index = indexOf({ kiln: ['多人 抢卡', '抢卡', '多人'], loom: ['卡 不够'] });
    const pairs = ['多人', '人抢', '抢卡'].map((one) => word(one, { isCjk: true, isStrange: one === '人抢' }));
    expect(order(asked(index, pairs))).toEqual(['kiln']);
    const cut = ['多人', '人吃'].map((one, at) => word(one, { isCjk: true, isStrange: at > 0 }));
    const asWords = cut.map((one) => ({ ...one, isCjk: false }));
    expect(asked(index, asWords).kiln ?? 0).toBeLessThan(asked(index, cut).kiln ?? 0);
  });

  test('with a topic what is about it, less the less it is, and most what belongs to several that are meant', () => {
    const entries = [
      aTopic({ id: 'craft', name: 'Craft', definition: 'By hand.' }),
      aTopic({ id: 'heat', name: 'Heat', definition: 'By fire.' }),
      aTool({ id: 'both', name: 'Both', category: 'x', topics: ['craft', 'heat'] }),
      aTool({ id: 'cool', name: 'Cool', category: 'x', topics: ['craft'] }),
      aTool({ id: 'last', name: 'Last', category: 'x', topics: ['other', 'craft'] }),
    ];
    const index = buildIndex(entries, {
      learned: () =>
        learn([
          ...['glowing clay', 'glowing', 'clay'].map((phrase) => ({ phrase, ids: ['craft', 'heat'] })),
          { phrase: 'weaving', ids: ['craft'] },
        ]),
    });
    const shares = asked(index, asks('weaving'));
    expect(Object.keys(shares).sort()).toEqual(['both', 'cool', 'craft', 'last']);
    expect(shares.craft).toBeGreaterThan(shares.cool ?? 1);
    expect(shares.cool).toBeGreaterThan(shares.last ?? 1);
    const several = asked(index, asks('glowing clay'));
    expect(several.both).toBeGreaterThan(several.cool ?? 1);
    expect(shares.both).toBe(shares.cool);
  });

  test('with a need what answers it, in order, and what is good besides after what is best', () => {
    const needs = [{ id: ' pots', best: ['loom', 'kiln'], good: ['anvil', 'lathe'] }];
    const askings = ['clay pots', 'pots', 'clay'].map((phrase) => ({ phrase, ids: [' pots'] }));
    const index = buildIndex(things, { learned: () => learn([...crowd, ...askings], needs) });
    expect(order(asked(index, asks('clay pots')))).toEqual(['loom', 'kiln', 'anvil', 'lathe']);
  });

  test.each([
    { best: ['gone', 'kiln'], good: ['lost'] },
    { best: ['gone'], good: ['lost', 'kiln'] },
  ])('with a need of which the catalogue has but one answer, that one: %j', (answers) => {
    const needs = [{ id: ' pots', ...answers }];
    const askings = ['clay pots', 'pots', 'clay'].map((phrase) => ({ phrase, ids: [' pots'] }));
    const index = buildIndex(things, { learned: () => learn([...crowd, ...askings], needs) });
    expect(order(asked(index, asks('clay pots')))).toEqual(['kiln']);
  });

  test('never more than wholly', () => {
    const index = indexOf({ kiln: ['clay hard', 'clay hard fire', 'hard clay ash'], loom: ['clay'] });
    const shares = Object.values(asked(index, asks('clay hard')));
    expect(Math.max(...shares)).toBe(1);
    expect(Math.min(...shares)).toBeGreaterThan(0);
  });
});

describe('asked of the whole search', () => {
  const found = (index: ReturnType<typeof indexOf>, query: string): string[] =>
    search(index, query).hits.map(({ id }) => id);

  test('works on my machine', () => {
    const index = indexOf({ kiln: ['works on my machine', 'works'], loom: ['machine stands still', 'stands'] });
    expect(found(index, 'works on my machine')[0]).toBe('kiln');
    expect(found(index, 'it works on my machine!')[0]).toBe('kiln');
    expect(found(index, 'machine still stands')[0]).toBe('loom');
  });

  test('nonsense beside one word finds nothing', () => {
    const index = indexOf({ kiln: ['clay gets hard'] });
    expect(found(index, 'clay gets hard')).toEqual(['kiln']);
    expect(found(index, 'clay qwxzv')).toEqual([]);
    expect(found(index, 'clay zzyzx qwxzv')).toEqual([]);
  });

  test('Chinese, written without spaces', () => {
    const index = indexOf({ kiln: ['多人抢卡', '抢卡', '多人'] });
    expect(found(index, '多人抢卡')).toEqual(['kiln']);
    expect(found(index, '抢卡怎么办')).toEqual(['kiln']);
    expect(found(index, '抢卡了怎么解决')).toEqual(['kiln']);
    expect(found(index, '做饭')).toEqual([]);
  });

  test('words that make a wish are not read for what they ask', () => {
    const index = indexOf({ kiln: ['free clay', 'clay'], loom: ['free'] });
    expect(found(index, 'clay')[0]).toBe('kiln');
    expect(search(index, 'free clay')).toMatchObject({ wishes: ['cost free'], hits: [{ id: 'kiln' }] });
  });
});
