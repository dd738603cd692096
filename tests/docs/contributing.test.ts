import { expect, test } from 'vitest';
import { checkFiles } from '../../src/catalogue/check';
import { problemLine } from '../../src/catalogue/problem';
import { dataFiles, vocabulary } from './data';
import { blocks, page } from './pages';

const examples = blocks(page('CONTRIBUTING.md'), 'yaml');

test('there are some', () => expect(examples.length).toBeGreaterThanOrEqual(7));

test('could be added to the catalogue as they stand', () => {
  const added = examples.map((text, at) => ({ name: `example ${at + 1}`, text }));
  expect(checkFiles([...dataFiles, ...added], vocabulary).problems.map(problemLine)).toEqual([]);
});
