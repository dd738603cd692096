import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build';
import { documentsOf } from '../../src/search/documents';
import { HINT_SCALE, hintsIn } from '../../src/search/hints';
import { search } from '../../src/search/query';
import { aTool, aTopic } from './fixture';

const entries = [
  aTopic({
    id: 'edge-ml',
    name: 'ML at the edge',
    definition: 'Away from servers.',
    asked: ['squeeze it onto a phone', 'the smartphone', '手机上跑模型'],
  }),
  aTopic({ id: 'compression', name: 'Compression', definition: 'Less of it.', asked: ['shrink it', 'squeeze'] }),
  aTool({ id: 'tiny', name: 'Tiny', category: 'x', topics: ['edge-ml'] }),
  aTool({ id: 'caller', name: 'Caller', category: 'x', summary: 'Rings a phone.', topics: ['telephony'] }),
  aTool({ id: 'other', name: 'Other', category: 'x', topics: ['telephony'] }),
];
const index = buildIndex(entries);
const found = (query: string): string[] => search(index, query).hits.map(({ id }) => id);

describe('words in which people ask', () => {
  test('lead to the topic and to what is about it', () => {
    expect(found('smartphone')).toEqual(['edge-ml', 'tiny']);
    expect(found('smartphones')).toEqual(['edge-ml', 'tiny']);
    expect(found('手机')).toEqual(['edge-ml', 'tiny']);
  });

  test('come behind what has the word itself', () => {
    expect(found('phone')).toEqual(['caller', 'edge-ml', 'tiny']);
  });

  test('agree: what several of them hint at comes first', () => {
    expect(found('squeeze smartphone')[0]).toBe('edge-ml');
  });

  test('keep their place beside words that are nearly others', () => {
    const thrown = aTool({ id: 'thrown', name: 'Thrown', category: 'x', topics: ['telephony'] });
    const silos = aTopic({ id: 'silos', name: 'Teams', definition: 'Apart.', asked: ['throw over the wall'] });
    expect(search(buildIndex([thrown]), 'throw it').corrected).toBe('thrown it');
    expect(search(buildIndex([thrown, silos]), 'throw it').corrected).toBeUndefined();
  });

  test('are known words, neither mistyped nor missing', () => {
    const { corrected, suggestion, missing } = search(index, 'smartphone');
    expect({ corrected, suggestion, missing }).toEqual({ missing: [] });
  });

  test('are not part of an entry: no phrase, nothing to leave out', () => {
    expect(found('"smartphone"')).toEqual([]);
    expect(found('edge -smartphone')).toEqual(found('edge'));
  });

  test('weigh less the more topics they hint at; fillers and common ones hint at nothing', () => {
    const asked = (count: number, word: string) =>
      Array.from({ length: count }, (_, at) =>
        aTopic({ id: `t${at}`, name: `T${at}`, definition: 'One.', asked: [`the ${word}`] }),
      );
    expect(hintsIn(documentsOf(asked(1, 'phone'))).get('phone')).toEqual(new Map([[0, HINT_SCALE]]));
    expect(
      hintsIn(documentsOf(asked(4, 'phone')))
        .get('phone')
        ?.get(0),
    ).toBe(HINT_SCALE / 2);
    expect([...hintsIn(documentsOf(asked(13, 'phone'))).keys()]).toEqual([]);
    expect(hintsIn(documentsOf(asked(1, 'phone'))).has('the')).toBe(false);
  });
});
