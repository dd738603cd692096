import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build';
import { withLeading } from '../../src/search/leading';
import { search } from '../../src/search/query';
import { aBook, aTool, aTopic } from './fixture';

describe('what somebody chose for a topic', () => {
  const numbers: Readonly<Record<string, number>> = { own: 0, a: 1, b: 2, c: 3, d: 4, e: 5 };
  const numberOf = (id: string): number | undefined => numbers[id];
  const inOrder = (shares: ReadonlyMap<number, number>): number[] =>
    [...shares].sort(([, a], [, b]) => b - a).map(([number]) => number);

  test('the topic itself, what leads in its order, what comes next in its order, and all others as they were', () => {
    const shares = new Map([
      [5, 0.9],
      [4, 0.95],
      [3, 0.1],
      [1, 0.2],
      [0, 1],
    ]);
    const changed = withLeading({ leading: ['c', 'b'], further: ['a'] }, shares, 0, numberOf);
    expect(inOrder(changed)).toEqual([0, 3, 2, 1, 4, 5]);
    expect(changed.get(0)).toBe(1);
    expect(shares.get(3)).toBe(0.1);
  });

  test('what is in both lists leads, and what is not there changes nothing', () => {
    const shares = new Map([
      [0, 1],
      [1, 0.5],
    ]);
    expect(withLeading({ leading: ['b'], further: ['b', 'gone'] }, shares, 0, numberOf)).toEqual(
      withLeading({ leading: ['b'], further: [] }, shares, 0, numberOf),
    );
  });

  test('where nothing was chosen, all stays as it is', () => {
    const shares = new Map([
      [0, 1],
      [1, 0.5],
    ]);
    expect(withLeading({ leading: [], further: [] }, shares, 0, numberOf)).toEqual(shares);
  });

  test('eight that lead and eight that come next stay above what comes behind them', () => {
    const ids = Array.from({ length: 16 }, (_, at) => `n${at}`);
    const byName = (id: string): number => (id.startsWith('n') ? 10 + Number(id.slice(1)) : 1);
    const changed = withLeading(
      { leading: ids.slice(0, 8), further: ids.slice(8) },
      new Map([
        [0, 1],
        [1, 1],
      ]),
      0,
      byName,
    );
    expect(inOrder(changed)).toEqual([0, ...ids.map((_, at) => 10 + at), 1]);
  });
});

const NAMES: Readonly<Record<string, string>> = { a: 'Alder', b: 'Birch', c: 'Cedar', d: 'Dogwood', z: 'Zelkova' };

describe('searched', () => {
  const tool = (id: string, topics: string[]) => aTool({ id, name: NAMES[id] ?? '', topics, category: 'none' });
  const tagged = ['a', 'b', 'c', 'd'].map((id) => tool(id, ['caching']));
  const untagged = tool('z', ['x']);
  const caching = {
    id: 'caching',
    name: 'Caching',
    definition: 'None.',
    synonyms: ['memoising'],
    terms: { zh: ['缓存'] },
  };
  const idsFor = (chosen: { leading?: string[]; further?: string[] }, query: string): string[] =>
    search(buildIndex([aTopic({ ...caching, ...chosen }), ...tagged, untagged]), query).hits.map(({ id }) => id);

  test.each(['caching', 'memoising', '缓存'])('%s: the topic, what leads, what comes next, the others', (query) => {
    expect(idsFor({}, query)).toEqual(['caching', 'a', 'b', 'c', 'd']);
    const chosen = idsFor({ leading: ['d', 'z', 'c'], further: ['b'] }, query);
    expect(chosen).toEqual(['caching', ...chosen.slice(1, 4), 'b', 'a']);
    expect(chosen.slice(1, 4).sort()).toEqual(['c', 'd', 'z']);
    // Two places apart is the least that a step of aboutness tells apart.
    expect(chosen.indexOf('d')).toBeLessThan(chosen.indexOf('c'));
    const turned = idsFor({ leading: ['c', 'z', 'a'], further: ['b'] }, query);
    expect(turned.indexOf('c')).toBeLessThan(turned.indexOf('a'));
    expect(turned.at(-1)).toBe('d');
  });

  test('of a term, too', () => {
    const term = {
      ...aBook({ id: 'hit-rate', name: 'Hit rate', topics: ['caching'] }),
      ...{ kind: 'term' as const, topic: 'caching', definition: 'A share.', leading: ['c'], further: ['z'] },
    };
    const { hits } = search(buildIndex([aTopic(caching), term, ...tagged, untagged]), 'hit rate');
    expect(hits.map(({ id }) => id).slice(0, 3)).toEqual(['hit-rate', 'c', 'z']);
  });

  test('whatever order they stand in, and a filter holds', () => {
    const topic = aTopic({ ...caching, leading: ['d', 'z'], further: ['c'] });
    const [one, other] = [
      [topic, ...tagged, untagged],
      [untagged, ...tagged.toReversed(), topic],
    ].map((entries) => search(buildIndex(entries), 'caching kind:tool').hits.map(({ id }) => id));
    expect(one).toEqual(['d', 'z', 'c', 'a', 'b']);
    expect(other).toEqual(one);
  });
});
