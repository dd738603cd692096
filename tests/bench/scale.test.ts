import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { madeUpEntries } from '../../bench/scale/entries';
import { yamlItem } from '../../bench/scale/yaml-text';
import { dataCatalogue } from '../../bench/search/catalogue';
import { checkFiles } from '../../src/catalogue/check';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { zones } from '../helpers/host';

const data = dataCatalogue();
const made = Array.from(madeUpEntries(data.entries(), 500));

test('made-up entries are valid beside the bundled ones, and written as they are', () => {
  const files = [{ name: 'made.yaml', text: made.map(yamlItem).join('') }];
  const { problems, entries } = checkFiles(files, vocabularyOf(data, zones));
  expect(problems).toEqual([]);
  expect(entries).toEqual(made);
});

test('the same seed makes the same entries, another one others', () => {
  expect(Array.from(madeUpEntries(data.entries(), 500))).toEqual(made);
  expect(Array.from(madeUpEntries(data.entries(), 500, 2))).not.toEqual(made);
});

test('names are mostly of their own, kinds and words as common as in the real catalogue', () => {
  expect(new Set(made.map(({ name }) => name)).size).toBeGreaterThan(490);
  expect(new Set(made.map(({ kind }) => kind)).size).toBeGreaterThan(8);
  const withData = made.filter(({ summary }) => /\bdata\b/i.test(summary)).length;
  expect(withData).toBeGreaterThan(25);
});

test('any text comes back from YAML', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'aZ0: -#\'"[]{},&*!|>%@`~.é模'), maxLength: 12 }),
    fc.constantFrom('true', 'No', 'null', '1.5', '2026-11-21', '', '- a', 'a: b'),
  );
  const item = fc.record({ id: text, topics: fc.array(text, { minLength: 1 }), place: fc.record({ city: text }) });
  fc.assert(
    fc.property(item, (entry) => {
      expect(parse(yamlItem(entry))).toEqual([entry]);
    }),
  );
});
