import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Asking } from '../../src/search/asked';
import { learn } from '../../src/search/learn';

const words = fc.constantFrom('phone', 'squeeze', 'the', 'friday', 'k8s', '手机上跑模型', '上周');
const phrase = fc.array(words, { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));
const askings = fc.array(
  fc.record({ phrase, ids: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }) }),
  { maxLength: 12 },
);

/** How much a word speaks for an entry; 0 where it says little. */
function weightOf(given: readonly Asking[], term: string, id: string): number {
  const learned = learn(given);
  const found = learned.words.find((word) => word.term === term)?.weights;
  return found?.find(([owner]) => learned.owners[owner]?.best[0] === id)?.[1] ?? 0;
}
const asks = (id: string, ...phrases: string[]): Asking[] => phrases.map((one) => ({ phrase: one, ids: [id] }));

describe('what is learned from ways of asking', () => {
  test('is the same in whatever order they are given, and however often', () => {
    const shuffled = askings.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray([...given, ...given], { minLength: 2 * given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, again]) => {
        expect(learn(again)).toEqual(learn(given));
      }),
    );
  });

  test('speaks of entries that some phrase with the word asks for, each once and in order', () => {
    fc.assert(
      fc.property(askings, (given) => {
        const { owners, words: all } = learn(given);
        expect(new Set(owners).size).toBe(owners.length);
        for (const { weights } of all) {
          const places = weights.map(([owner]) => owner);
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
          for (const owner of places) expect(owners[owner]).toBeDefined();
        }
      }),
    );
  });

  test('a word that asks for one entry speaks for it, and one that asks for many for none as much', () => {
    const given = [
      ...asks('kiln', 'clay gets hard', 'clay cracks'),
      ...['loom', 'anvil', 'lathe', 'bellows'].flatMap((id, at) => asks(id, `it gets worse${at}`, `gets older${at}`)),
      ...asks('crowd', ...Array.from({ length: 30 }, (_, at) => `word${at % 15}`)),
    ];
    expect(weightOf(given, 'clay', 'kiln')).toBeGreaterThan(weightOf(given, 'gets', 'kiln') + 1);
  });

  test('a word that mostly asks for something else speaks against what it asks for once', () => {
    const often = Array.from({ length: 12 }, (_, at) => `clay part${at % 6}`);
    const given = [...asks('kiln', ...often), ...asks('loom', 'clay thread', 'thread', 'thread wool', 'wool')];
    expect(weightOf(given, 'clay', 'kiln')).toBeGreaterThan(weightOf(given, 'clay', 'loom') + 5);
    expect(weightOf(given, 'thread', 'loom')).toBeGreaterThan(weightOf(given, 'thread', 'kiln') + 5);
  });

  test('words of a sentence say less than those of a few words', () => {
    const sentence = (at: number): string =>
      ['clay', ...Array.from({ length: 11 }, (_, place) => `said${(at + place) % 14}`)].join(' ');
    const given = [
      ...asks('kiln', 'clay fire', 'clay oven', 'clay', 'fire oven'),
      ...asks('loom', ...Array.from({ length: 8 }, (_, at) => sentence(at))),
      ...asks('crowd', ...Array.from({ length: 30 }, (_, at) => `word${at % 15} other${at % 10}`)),
    ];
    expect(weightOf(given, 'clay', 'kiln')).toBeGreaterThan(weightOf(given, 'clay', 'loom') + 4);
  });

  test('a rare word is rarer than one of many phrases', () => {
    const { words: all } = learn([
      ...asks('kiln', 'clay hard', 'clay wet', 'clay cold', 'clay dry', 'clay', 'hard wet cold'),
      ...asks('crowd', ...Array.from({ length: 30 }, (_, at) => `word${at % 15} other${at}`)),
    ]);
    const rarityOf = (term: string): number => all.find((word) => word.term === term)?.rarity ?? NaN;
    expect(rarityOf('hard')).toBeGreaterThan(rarityOf('clay'));
    expect(rarityOf('hard')).toBe(rarityOf('wet'));
  });

  test('leaves out a word of a single phrase where that has more others', () => {
    const given = asks('kiln', 'clay fire overnight', 'clay fire', 'clay oven', '断线 织布');
    const { words: all } = learn(given);
    expect(all.map(({ term }) => term).sort()).toEqual(['clay', 'fire', 'oven', '断线', '织布']);
  });

  test('of nothing is nothing', () => {
    const nothing = { unknown: expect.any(Number) as number, owners: [], words: [], english: [] };
    expect(learn([])).toEqual(nothing);
    expect(
      learn([
        { phrase: 'of the', ids: ['a'] },
        { phrase: 'phone', ids: [] },
      ]),
    ).toEqual(nothing);
  });
});
