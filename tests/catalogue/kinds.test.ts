import { expect, test } from 'vitest';
import { KINDS, kindNamed, pluralOf } from '../../src/catalogue/kinds';
import { entrySchema } from '../../src/catalogue/schema';

test.each([
  ['book', 'books'],
  ['series', 'series'],
  ['community', 'communities'],
  ['topic', 'topics'],
] as const)('%s, %s', (kind, plural) => {
  expect(pluralOf(kind)).toBe(plural);
});

test.each(KINDS)('%s goes by its singular and plural, in any case', (kind) => {
  expect([kind, pluralOf(kind), kind.toUpperCase(), pluralOf(kind).toUpperCase()].map(kindNamed)).toEqual(
    Array(4).fill(kind),
  );
});

test.each(['', 'boo', 'bookss', 'communitys', 'constructor', '书'])('%j names no kind', (word) => {
  expect(kindNamed(word)).toBeUndefined();
});

test('every kind has a schema, and every schema a kind', () => {
  expect(entrySchema.options.map((option) => option.shape.kind.value).sort()).toEqual([...KINDS].sort());
});
