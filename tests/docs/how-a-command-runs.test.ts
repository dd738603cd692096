import { expect, test } from 'vitest';
import { builtFiles } from '../helpers/host';
import { codeIn, page, tableUnder } from './pages';

test('every file that the build makes for the program is explained', () => {
  const program = [...page('tsup.config.ts').matchAll(/^ {2}'?([\w-]+)'?: '(?:src|node_modules)\//gm)];
  expect(program.length).toBeGreaterThan(5);
  const made = [...program.map(([, name]) => `${name}.js`), ...builtFiles().keys(), 'index.mjs'];
  const explained = tableUnder(page('docs/how-a-command-runs.md'), '## What is built').flatMap(([names = '']) =>
    names.split(', ').map(codeIn),
  );
  expect(explained.sort()).toEqual(made.sort());
});
