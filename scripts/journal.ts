import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { checkFiles } from '../src/catalogue/check';
import { vocabularyOf } from '../src/catalogue/vocabulary';
import { readCatalogueFiles } from '../src/catalogue/load';
import { problemLine } from '../src/catalogue/problem';
import { releaseChanges } from '../src/journal/compare';
import { createZones } from '../src/time/zone';
import { compileZones } from './compile-zones';

/**
 * Adds to data/changes.jsonl what data/ changed since an earlier state of the repository. Usage, after a build:
 * npm run journal -- <git revision> [day of the release]. Whoever runs it reads what was added: what only mends a mistake
 * of ours is no news of the world, and its line goes.
 */
const JOURNAL = 'data/changes.jsonl';
const [revision, day = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
if (revision === undefined) throw new Error('usage: npm run journal -- <git revision> [YYYY-MM-DD]');

const git = (...words: string[]): string =>
  execFileSync('git', words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const table = compileZones();
const vocabulary = vocabularyOf(
  undefined,
  createZones(() => table),
);
const names = git('ls-tree', '-r', '--name-only', revision, 'data/')
  .split('\n')
  .filter((name) => name.endsWith('.yaml'));
const before = checkFiles(
  names.map((name) => ({ name, text: git('show', `${revision}:${name}`) })),
  vocabulary,
);
// Of an old state the rules may have been others: what they do not take is named, and compared no further.
before.problems.forEach((problem) => console.warn(`${revision}: ${problemLine(problem)}`));
const after = checkFiles(readCatalogueFiles(['data']), vocabulary);
if (after.problems.length > 0) throw new Error(after.problems.map(problemLine).join('\n'));

const known = new Set(readFileSync(JOURNAL, 'utf8').split('\n'));
const lines = releaseChanges(before.entries, after.entries, day).map(({ day: on, change, ...rest }) =>
  JSON.stringify({ day: on, change, ...rest }),
);
const fresh = lines.filter((line) => !known.has(line));
appendFileSync(JOURNAL, fresh.map((line) => `${line}\n`).join(''));
console.log(`${fresh.length} changes since ${revision}; read them in ${JOURNAL}`);
