import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedIndex,
  askedTerm,
  askedTerms,
  englishOf,
  forEachOwner,
  learnedIn,
  ownersIn,
  rarityAt,
  wantedIn,
  type Asking,
  type Learned,
  type Wanted,
} from '../../src/search/asked';
import { buildIndex } from '../../src/search/build';
import { termsFrom } from '../../src/search/dictionary';
import { learn } from '../../src/search/learn';
import { search } from '../../src/search/query';
import { aBook, aTool, aTopic } from './fixture';

const IDS = ['a', 'b', 'c', 'd'];
const numberOf = (id: string): number | undefined => (IDS.includes(id) ? IDS.indexOf(id) : undefined);
const wanted: fc.Arbitrary<Wanted> = fc
  .tuple(fc.shuffledSubarray([...IDS, 'gone'], { minLength: 1 }), fc.nat(4))
  .map(([ids, count]) => ({ best: ids.slice(0, count), good: ids.slice(count) }));
/** Words each once, with weights within the bounds. */
const learned: fc.Arbitrary<Learned> = fc
  .record({
    owners: fc.array(wanted, { maxLength: 6 }),
    words: fc.uniqueArray(
      fc.record({
        term: fc.constantFrom('phone', 'squeeze', 'k8s', '手机', '机上', 'é'),
        rarity: fc.nat(40),
        weights: fc
          .uniqueArray(fc.tuple(fc.nat(5), fc.integer({ min: 3, max: 7 })), { selector: ([owner]) => owner })
          .map((weights) => weights.sort(([x], [y]) => x - y)),
      }),
      { selector: ({ term }) => term },
    ),
    english: fc.uniqueArray(
      fc.tuple(
        fc.constantFrom('手机', '机上', '太'),
        fc.uniqueArray(fc.constantFrom('phone', 'squeeze', 'k8s'), { maxLength: 2 }),
      ),
      { selector: ([chinese]) => chinese },
    ),
  })
  .map(({ owners, words, english }) => ({
    unknown: 20,
    owners,
    english,
    words: words.map((word) => ({ ...word, weights: word.weights.filter(([owner]) => owner < owners.length) })),
  }));

const isThere = (id: string): boolean => IDS.includes(id);
const present = ({ best, good }: Wanted): Wanted => ({ best: best.filter(isThere), good: good.filter(isThere) });
const isAny = ({ best, good }: Wanted): boolean => best.length + good.length > 0;

/** Term → what its weights are for and how much, of owners of which something is there. */
function said({ owners, words }: Learned): Record<string, unknown> {
  return Object.fromEntries(
    words.map(({ term, rarity, weights }) => [
      term,
      {
        rarity,
        weights: weights.flatMap(([owner, weight]) => {
          const own = present(owners[owner] ?? { best: [], good: [] });
          return isAny(own) ? [{ own, weight }] : [];
        }),
      },
    ]),
  );
}

describe('what words say, stored', () => {
  test('comes back but for owners that are not there, and makes the same index again', () => {
    fc.assert(
      fc.property(learned, (given) => {
        const index = askedIndex(given, numberOf);
        const read = learnedIn(index, IDS);
        expect(said(read)).toEqual(said(given));
        expect(read.owners).toEqual(given.owners.map(present).filter(isAny));
        expect(askedIndex(read, numberOf)).toEqual(index);
        for (const [chinese, words] of given.english) expect(englishOf(index, chinese)).toEqual(words.map(askedTerm));
        expect(englishOf(index, '热')).toBeUndefined();
      }),
    );
  });

  test('numbers of any size, and no weight beyond its bounds', () => {
    const owners = Array.from({ length: 20_000 }, (_, at) => ({ best: [`e${at}`], good: [] }));
    const weights = [
      [0, 3],
      [127, 1],
      [16_384, 100],
      [19_999, 5],
    ] as const;
    const index = askedIndex(
      { unknown: 20, owners, words: [{ term: 'far', rarity: 190, weights }], english: [] },
      (id) => 2 * Number(id.slice(1)),
    );
    const [word] = termsFrom(index.terms, 'far');
    const read: [number, number][] = [];
    expect(rarityAt(index, word?.postings ?? -1)).toBe(190);
    forEachOwner(index, word?.postings ?? -1, (owner, weight) => read.push([owner, weight]));
    expect(read).toEqual([
      [0, 3],
      [127, 3],
      [16_384, 7],
      [19_999, 5],
    ]);
    expect(wantedIn(ownersIn(index).at(-1) ?? '')).toEqual({ best: [39_998], good: [] });
  });
});

describe('the words of a phrase', () => {
  test.each([
    ['squeeze it onto the phone', ['onto', 'phon', 'squeez']],
    ['Phone SQUEEZE onto', ['onto', 'phon', 'squeez']],
    ['deploying deployments', ['deploy']],
    ['手机上跑', ['上跑', '手机', '机上']],
    ['of the', []],
    ['?!', []],
  ])('%s: %j', (phrase, terms) => expect(askedTerms(phrase)).toEqual(terms));
});

const entries = [
  aTopic({ id: 'edge-ml', name: 'ML at the edge', definition: 'Away from servers.' }),
  aTopic({ id: 'compression', name: 'Compression', definition: 'Less of it.' }),
  aTool({ id: 'tiny', name: 'Tiny', category: 'x', topics: ['edge-ml'] }),
  aTool({ id: 'caller', name: 'Caller', category: 'x', summary: 'Rings a phone.', topics: ['telephony'] }),
  aTool({ id: 'other', name: 'Other', category: 'x', topics: ['telephony'] }),
  aBook({ id: 'kiln', name: 'Kiln', topics: ['pottery'] }),
];
const given: Asking[] = [
  { phrase: 'squeeze it onto a phone', ids: ['edge-ml'] },
  { phrase: 'on my phone', ids: ['edge-ml'] },
  { phrase: 'the smartphone', ids: ['edge-ml'] },
  { phrase: '手机上跑模型', ids: ['edge-ml'] },
  { phrase: '手机', ids: ['edge-ml'] },
  { phrase: 'shrink it', ids: ['compression'] },
  { phrase: 'squeeze', ids: ['compression'] },
  { phrase: 'baked too long', ids: ['kiln'] },
];
const indexFor = (some: Parameters<typeof buildIndex>[0], askings: readonly Asking[]) =>
  buildIndex(some, { learned: () => learn(askings) });
const index = indexFor(entries, given);
const found = (query: string): string[] => search(index, query).hits.map(({ id }) => id);

describe('words in which people ask', () => {
  test.each(['smartphone', 'smartphones', '手机', '手机上跑模型', 'can i have it on a smartphone?'])(
    '%s leads to the topic and to what is about it',
    (query) => expect(found(query)).toEqual(['edge-ml', 'tiny']),
  );

  test('lead to a thing, too, and alone to it', () => {
    expect(found('baked too long')).toEqual(['kiln']);
  });

  test('come behind what is called so', () => {
    const called = aTool({ id: 'z-caller', name: 'Phone caller', category: 'x', topics: ['telephony'] });
    const others = Array.from({ length: 200 }, (_, at) =>
      aBook({ id: `b${at}`, name: `Book ${at}`, topics: ['pottery'] }),
    );
    const answer = search(indexFor([...entries, called, ...others], given), 'phone');
    expect(answer.hits.map(({ id }) => id).slice(0, 2)).toEqual(['z-caller', 'edge-ml']);
    expect(answer).toMatchObject({ complete: 2, partial: false, hinted: true });
  });

  test('agree: the phrase that has all of them comes first', () => {
    expect(found('squeeze smartphone')[0]).toBe('edge-ml');
    expect(found('squeeze phone').slice(0, 2)).toContain('edge-ml');
    expect(found('squeeze')[0]).toBe('compression');
  });

  test('are said to be no words of what is found', () => {
    expect(search(index, 'smartphone')).toMatchObject({ hinted: true, partial: true, complete: 0 });
    expect(search(index, 'smartphone').hits[0]).toMatchObject({ id: 'edge-ml', matched: ['asked'], words: [] });
    expect(search(index, 'tiny').hits[0]?.matched).not.toContain('asked');
    expect(search(index, 'tiny')).toMatchObject({ hinted: false, partial: false, complete: 1 });
  });

  test('keep their place beside words that are nearly others', () => {
    const thrown = aTool({ id: 'thrown', name: 'Thrown', category: 'x', topics: ['telephony'] });
    const silos = aTopic({ id: 'silos', name: 'Teams', definition: 'Apart.' });
    const over: Asking[] = [{ phrase: 'throw over the wall', ids: ['silos'] }];
    expect(search(buildIndex([thrown]), 'throw it').corrected).toBe('thrown it');
    expect(search(indexFor([thrown, silos], over), 'throw it').corrected).toBeUndefined();
  });

  test('are known words, neither mistyped nor missing', () => {
    const { corrected, suggestion, missing } = search(index, 'smartphone');
    expect({ corrected, suggestion, missing }).toEqual({ missing: [] });
  });

  test('are not part of an entry: no phrase, nothing to leave out', () => {
    expect(found('"smartphone"')).toEqual([]);
    expect(found('"baked too long"')).toEqual([]);
    expect(found('edge -smartphone')).toEqual(found('edge'));
  });

  test('hold to filters', () => {
    expect(found('smartphone kind:tool')).toEqual(['tiny']);
    expect(found('smartphone kind:book')).toEqual([]);
    expect(search(index, 'smartphone', { kinds: ['tool'] }).hits.map(({ id }) => id)).toEqual(['tiny']);
  });

  test('are not read where the question is the whole name of a thing', () => {
    const called: Asking[] = [...given, { phrase: 'compression', ids: ['kiln'] }];
    const other = indexFor(entries, called);
    expect(search(other, 'compression').hits.map(({ id }) => id)).not.toContain('kiln');
    expect(search(other, 'compression please').hits.map(({ id }) => id)).not.toContain('kiln');
    expect(search(other, 'compression').hits[0]).toMatchObject({ id: 'compression', isNamed: true });
  });

  test('without any, all is found as ever', () => {
    const plain = buildIndex(entries);
    const idsFor = (query: string): string[] => search(plain, query).hits.map(({ id }) => id);
    expect(idsFor('smartphone')).toEqual([]);
    expect(idsFor('phone')).toEqual(['caller']);
  });
});
