import { describe, expect, test } from 'vitest';
import type { Asking } from '../../src/search/asked';
import { askedFor, isAskedWith, type AskedWord } from '../../src/search/asked-for';
import { buildIndex } from '../../src/search/build';
import { search } from '../../src/search/query';
import { aBook } from './fixture';

/** Things of which no text has any word of the questions below; each is asked for by its own phrases alone. */
const NAMES = ['kiln', 'loom', 'anvil', 'lathe', 'bellows'];
const things = NAMES.map((id) => aBook({ id, name: id, topics: ['craft'] }));
const crowd = Array.from({ length: 30 }, (_, at): Asking => ({ phrase: `word${at} other${at}`, ids: ['bellows'] }));

const indexOf = (phrases: Readonly<Record<string, readonly string[]>>) =>
  buildIndex(things, {
    askings: () => [
      ...crowd,
      ...Object.entries(phrases).flatMap(([id, own]) => own.map((phrase): Asking => ({ phrase, ids: [id] }))),
    ],
  });

/** A word as a question has it. */
const word = (term: string, is: Partial<AskedWord> = {}): AskedWord => ({
  ...{ typed: term, term, joined: [], isLast: false, isCjk: false, isExact: false },
  ...{ isNamed: false, isFiller: false, isStrange: false },
  ...is,
});

/** Id → how surely it is meant. */
function meant(index: ReturnType<typeof indexOf>, words: readonly AskedWord[]): Record<string, number> {
  return Object.fromEntries(Array.from(askedFor(index, words), ([entry, sure]) => [index.ids[entry] ?? '', sure]));
}
const asks = (text: string): AskedWord[] => text.split(' ').map((one) => word(one));
const order = (sure: Record<string, number>): string[] =>
  NAMES.filter((id) => id in sure).sort((a, b) => (sure[b] ?? 0) - (sure[a] ?? 0));

describe('what is asked for in other words', () => {
  test('surely, in the very words of a phrase, in any order', () => {
    const index = indexOf({ kiln: ['clay gets hard'] });
    expect(meant(index, asks('hard clay gets'))).toEqual({ kiln: 1 });
  });

  test('a phrase with all words before one with some, and that before none', () => {
    const index = indexOf({ kiln: ['clay gets very hard'], loom: ['clay gets very wet'], anvil: ['clay'] });
    const sure = meant(index, asks('clay gets very hard'));
    expect(order(sure)).toEqual(['kiln', 'loom']);
    expect(sure.kiln).toBeGreaterThan(0.95);
    expect(sure.loom).toBeLessThan(0.9);
  });

  test('the shorter of two phrases with all words', () => {
    const index = indexOf({ kiln: ['clay hard after twelve hours of fire'], loom: ['clay hard'] });
    expect(order(meant(index, asks('clay hard')))).toEqual(['loom', 'kiln']);
  });

  test('by words scattered over several phrases, but not as surely as by those of one', () => {
    const index = indexOf({ kiln: ['clay', 'hard', 'overnight'], loom: ['clay hard overnight'], anvil: ['clay'] });
    const sure = meant(index, asks('clay hard overnight'));
    expect(order(sure)).toEqual(['loom', 'kiln']);
    expect(sure.loom).toBeGreaterThan(0.95);
    expect(sure.kiln).toBeGreaterThan(0.5);
  });

  test('more surely when a second phrase is near, too', () => {
    const index = indexOf({ kiln: ['clay hard fire', 'clay hard ash'], loom: ['clay hard rain'] });
    expect(order(meant(index, asks('clay hard')))).toEqual(['kiln', 'loom']);
  });

  test('in other forms of the words', () => {
    const index = indexOf({ kiln: ['bricks crumbling'] });
    expect(order(meant(index, asks('brick crumbled')))).toEqual(['kiln']);
    expect(isAskedWith(index, word('brick'))).toBe(true);
    expect(isAskedWith(index, word('bricklayer'))).toBe(false);
    expect(isAskedWith(index, word('bricks', { isExact: true }))).toBe(false);
  });

  test('by what people say around a question, where a phrase has it, which need not be there', () => {
    const index = indexOf({ kiln: ['works on my machine'], loom: ['machine stands still'] });
    const around = ['works', 'my'].map((one) => word(one, { isFiller: true }));
    const [alone, all] = [meant(index, asks('machine')), meant(index, [...asks('machine'), ...around])];
    expect(order(all)).toEqual(['kiln', 'loom']);
    expect(all.kiln).toBe(1);
    expect(alone.kiln).toBeLessThan(0.9);
    expect(all.loom).toBe(alone.loom);
    const chatty = ['please', 'somebody'].map((one) => word(one, { isFiller: true }));
    expect(meant(index, [...asks('machine'), ...chatty])).toEqual(alone);
  });

  test('never in quotes', () => {
    const index = indexOf({ kiln: ['clay hard'] });
    expect(meant(index, [word('clay', { isExact: true }), word('hard')])).toEqual({});
  });

  test('less surely beside words that no phrase has, and with nonsense not at all', () => {
    const index = indexOf({ kiln: ['clay hard'] });
    const beside = meant(index, asks('clay hard elsewhere')).kiln ?? 0;
    expect(beside).toBeGreaterThan(0.5);
    expect(beside).toBeLessThan(0.95);
    expect(meant(index, asks('clay elsewhere'))).toEqual({});
    expect(meant(index, [word('clay'), word('qwxzv', { isStrange: true })])).toEqual({});
    expect(meant(index, [...asks('clay hard'), word('qwxzv', { isStrange: true })])).toEqual({});
    expect(meant(index, asks('nowhere'))).toEqual({});
    expect(meant(index, [])).toEqual({});
  });

  test('little by the name of something, which is found by that anyway', () => {
    const index = indexOf({ kiln: ['clay hard'], loom: ['clay'], anvil: ['hard'] });
    const plain = meant(index, asks('clay hard'));
    expect(plain.anvil).toBe(plain.loom);
    const named = meant(index, [word('clay', { isNamed: true }), word('hard')]);
    expect(order(named)).toEqual(['kiln', 'anvil']);
  });

  test('in Chinese, where a pair of characters that nothing has is mostly no word', () => {
    const index = indexOf({ kiln: ['多人 抢卡'], loom: ['卡 不够'] });
    const pairs = ['多人', '人抢', '抢卡'].map((one) => word(one, { isCjk: true, isStrange: one === '人抢' }));
    expect(order(meant(index, pairs))).toEqual(['kiln']);
    expect(
      meant(
        index,
        pairs.map((one) => ({ ...one, isCjk: false })),
      ),
    ).toEqual({});
  });

  test('never more than surely', () => {
    const index = indexOf({ kiln: ['clay hard', 'clay hard fire', 'hard clay ash'], loom: ['clay'] });
    const sure = Object.values(meant(index, asks('clay hard')));
    expect(Math.max(...sure)).toBe(1);
    expect(Math.min(...sure)).toBeGreaterThan(0);
  });
});

describe('asked of the whole search', () => {
  const found = (index: ReturnType<typeof indexOf>, query: string): string[] =>
    search(index, query).hits.map(({ id }) => id);

  test('works on my machine', () => {
    const index = indexOf({ kiln: ['works on my machine'], loom: ['machine stands still'] });
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
    const index = indexOf({ kiln: ['多人抢卡'] });
    expect(found(index, '多人抢卡')).toEqual(['kiln']);
    expect(found(index, '抢卡怎么办')).toEqual(['kiln']);
    expect(found(index, '做饭')).toEqual([]);
  });

  test('words that make a wish are not read for what they ask', () => {
    const index = indexOf({ kiln: ['free clay'], loom: ['free'] });
    expect(found(index, 'clay')[0]).toBe('kiln');
    expect(search(index, 'free clay')).toMatchObject({ wishes: ['cost free'], hits: [{ id: 'kiln' }] });
  });
});
