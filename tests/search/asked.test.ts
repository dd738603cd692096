import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedIndex, askingsIn, ownersIn, totalOf, type Asking } from '../../src/search/asked';
import { buildIndex } from '../../src/search/build';
import { search } from '../../src/search/query';
import { aBook, aTool, aTopic } from './fixture';

const IDS = ['a', 'b', 'c', 'd'];
const numberOf = (id: string): number | undefined => (IDS.includes(id) ? IDS.indexOf(id) : undefined);
const words = fc.constantFrom('phone', 'squeeze', 'the', 'friday', "can't", 'k8s', 'C++', '手机上跑模型', '上周', '卡');
const phrase = fc.array(words, { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));
const ids = fc.array(fc.constantFrom(...IDS, 'gone', ''), { maxLength: 4 });
const askings = fc.array(fc.record({ phrase, ids }), { maxLength: 12 });

describe('the ways of asking, stored', () => {
  test('each phrase once, by the words that tell it from others, with the entries that are there', () => {
    const index = askedIndex(
      [
        { phrase: 'squeeze it onto the phone', ids: ['c', 'gone', 'a'] },
        { phrase: 'Phone SQUEEZE onto', ids: ['b', 'a'] },
        { phrase: 'squeeze', ids: ['d'] },
        { phrase: '手机', ids: ['d'] },
        { phrase: 'phone', ids: ['gone'] },
        { phrase: 'phone', ids: [] },
        { phrase: 'of the', ids: ['a'] },
        { phrase: '?!', ids: ['a'] },
      ],
      numberOf,
    );
    const once: Asking[] = [
      { phrase: '手机', ids: ['d'] },
      { phrase: 'squeeze', ids: ['d'] },
      { phrase: 'onto phone squeeze', ids: ['a', 'b', 'c'] },
    ];
    expect(index).toEqual(askedIndex(once, numberOf));
    expect(
      askingsIn(index, IDS)
        .map((one) => one.ids.join(' '))
        .sort(),
    ).toEqual(['a b c', 'd', 'd']);
  });

  test('what is read from an index makes the same one again', () => {
    fc.assert(
      fc.property(askings, (given) => {
        const index = askedIndex(given, numberOf);
        expect(askedIndex(askingsIn(index, IDS), numberOf)).toEqual(index);
      }),
    );
  });

  test('in whatever order they are given', () => {
    fc.assert(
      fc.property(
        askings.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => {
          expect(askedIndex(shuffled, numberOf)).toEqual(askedIndex(given, numberOf));
        },
      ),
    );
  });

  test('nothing that is not there is asked for, and what is there as often as before', () => {
    fc.assert(
      fc.property(askings, (given) => {
        const known = given.map((one) => ({ ...one, ids: one.ids.filter((id) => IDS.includes(id)) }));
        expect(askedIndex(given, numberOf)).toEqual(askedIndex(known, numberOf));
        const telling = known.filter(({ phrase: text }) => text.replaceAll('the', '').trim() !== '');
        expect(new Set(askingsIn(askedIndex(given, numberOf), IDS).flatMap((one) => one.ids))).toEqual(
          new Set(telling.flatMap((one) => one.ids)),
        );
      }),
    );
  });

  test('of an entry with many neighbours: numbers of any size', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `e${at}`);
    const given: Asking[] = [
      { phrase: 'first', ids: ['e0', 'e127', 'e128'] },
      { phrase: 'last', ids: ['e16383', 'e16384', 'e19999'] },
    ];
    const index = askedIndex(given, (id) => Number(id.slice(1)));
    expect(askingsIn(index, many)).toMatchObject(given);
    const found: number[] = [];
    ownersIn(index)(1, (owner) => found.push(owner));
    expect(found).toEqual([16_383, 16_384, 19_999]);
  });

  test('rare words make most of a phrase', () => {
    const phrases = ['phone', 'phone friday', 'phone squeeze', 'phone wall'];
    const index = askedIndex(
      phrases.map((text, at) => ({ phrase: text, ids: [IDS[at] ?? ''] })),
      numberOf,
    );
    const [common, ...rarer] = IDS.map((id) =>
      totalOf(
        index,
        askingsIn(index, IDS).findIndex(({ ids: [only] }) => only === id),
      ),
    );
    expect(common).toBeLessThan(Math.min(...rarer) / 2);
    expect(new Set(rarer).size).toBe(1);
  });
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
  { phrase: 'the smartphone', ids: ['edge-ml'] },
  { phrase: '手机上跑模型', ids: ['edge-ml'] },
  { phrase: 'shrink it', ids: ['compression'] },
  { phrase: 'squeeze', ids: ['compression'] },
  { phrase: 'baked too long', ids: ['kiln'] },
];
const index = buildIndex(entries, { askings: () => given });
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
    const answer = search(buildIndex([...entries, called], { askings: () => given }), 'phone');
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
    expect(search(index, 'smartphone').hits[0]).toMatchObject({ id: 'edge-ml', matched: ['topics'], words: [] });
    expect(search(index, 'tiny')).toMatchObject({ hinted: false, partial: false, complete: 1 });
  });

  test('keep their place beside words that are nearly others', () => {
    const thrown = aTool({ id: 'thrown', name: 'Thrown', category: 'x', topics: ['telephony'] });
    const silos = aTopic({ id: 'silos', name: 'Teams', definition: 'Apart.' });
    const over: Asking[] = [{ phrase: 'throw over the wall', ids: ['silos'] }];
    expect(search(buildIndex([thrown]), 'throw it').corrected).toBe('thrown it');
    expect(search(buildIndex([thrown, silos], { askings: () => over }), 'throw it').corrected).toBeUndefined();
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
    const other = buildIndex(entries, { askings: () => called });
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
