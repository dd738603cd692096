import { describe, expect, test } from 'vitest';
import { asksInstead } from '../../src/search/alternatives';
import { buildIndex } from '../../src/search/build';
import { search, type SearchOptions } from '../../src/search/query';
import { aBook, aTool, aTopic, anEvent } from './fixture';

const tool = (id: string, name: string, topics: string[], summary = 'None.') =>
  aTool({ id, name, topics, category: 'none', summary });
const index = buildIndex([
  aTopic({ id: 'tracking', name: 'Experiment tracking', definition: 'Runs.' }),
  aTopic({ id: 'registries', name: 'Model registries', definition: 'Models.' }),
  tool('forge', 'Forge', ['tracking', 'registries'], 'Keeps runs.'),
  tool('anvil', 'Anvil', ['tracking']),
  tool('loom', 'Loom', ['tracking', 'registries']),
  tool('kiln', 'Kiln', ['registries', 'tracking']),
  tool('plug', 'Plug for Forge', ['unrelated'], 'Draws what Forge keeps.'),
  tool('stray', 'Stray', ['unrelated']),
  aBook({ id: 'forge-book', name: 'Learning Forge', topics: ['tracking'] }),
  aBook({ id: 'kiln-book', name: 'Learning Kiln', topics: ['registries'] }),
  anEvent({ id: 'forge-day', name: 'Forge Day', topics: ['tracking'] }),
]);
const idsFor = (query: string, options: SearchOptions = {}): string[] =>
  search(index, query, options).hits.map(({ id }) => id);

describe('others like a tool', () => {
  test.each([
    'forge alternatives',
    'alternatives to Forge',
    'alternative to forge',
    'competitors of forge',
    'replacement for Forge',
    'tools similar to forge',
    'any good alternatives to forge?',
    'forge 替代品',
    'forge 的替代方案',
    '类似 forge 的工具',
    '类似forge的工具',
    'tools like forge',
    'something like forge',
    'forge 竞品',
    'forge 平替',
  ])('%s: tools of its topics, those that have all of them first, and never the tool itself', (query) => {
    const ids = idsFor(query);
    expect(ids[0]).toBe('loom');
    expect(
      idsFor(query, { kinds: ['tool'] })
        .slice(1, 3)
        .sort(),
    ).toEqual(['anvil', 'kiln']);
    expect(ids).not.toContain('forge');
  });

  test('of a tool of which nothing else speaks, too', () => {
    expect(idsFor('anvil alternatives')).not.toContain('anvil');
    expect(
      idsFor('anvil alternatives', { kinds: ['tool'] })
        .slice(0, 2)
        .sort(),
    ).toEqual(['forge', 'loom']);
  });

  test('what only speaks of the tool is none', () => {
    expect(idsFor('forge alternatives', { kinds: ['tool'] })).not.toContain('plug');
    expect(idsFor('forge alternatives')).not.toContain('stray');
  });

  test('not where words are meant as words', () => {
    expect(idsFor('forge alternatives', { literal: true })[0]).toBe('forge');
    expect(idsFor('forge alternatives', { literal: true })).not.toContain('anvil');
    expect(idsFor('"forge" alternatives')).not.toContain('anvil');
  });

  test('nor where they are not asked for', () => {
    expect(idsFor('forge')[0]).toBe('forge');
    expect(idsFor('forge tools')[0]).toBe('forge');
  });

  test('of two tools neither', () => {
    const ids = idsFor('alternatives to forge and kiln');
    expect(ids).not.toContain('forge');
    expect(ids).not.toContain('kiln');
    expect(ids).toEqual(expect.arrayContaining(['anvil', 'loom']));
  });

  test('of what is no tool: as ever', () => {
    expect(idsFor('experiment tracking alternatives')[0]).not.toBe('stray');
    expect(idsFor('experiment tracking alternatives')).toEqual(expect.arrayContaining(['forge', 'anvil', 'loom']));
  });

  test('the words that ask for them, in either number and language', () => {
    for (const word of ['alternative', 'alternatives', 'competitor', 'replacements', '替代', '类似'])
      expect(asksInstead(['forge', word])).toBe(true);
    expect(asksInstead(['forge', 'tool'])).toBe(false);
    expect(asksInstead(['something', 'like', 'forge'])).toBe(true);
    expect(asksInstead(['i', 'like', 'forge'])).toBe(false);
    expect(asksInstead([])).toBe(false);
  });
});
