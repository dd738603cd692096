import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readNeeds, type AskedNeed } from '../../scripts/read-needs';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { checkPaths } from '../../src/catalogue/load';
import { aFolder } from '../helpers/folder';
import { zones } from '../helpers/host';

function read(text: string): AskedNeed[] {
  const file = join(aFolder(), 'needs.tsv');
  writeFileSync(file, text);
  return readNeeds(file);
}

test('ways of asking, what answers best, and what is good besides; comments and empty lines are none', () => {
  expect(read('# needs\n\ndata catalog; 数据目录\tdatahub amundsen\tdata-lineage\npots\tkiln loom\t\n')).toEqual([
    { id: ' data catalog', asked: ['data catalog', '数据目录'], best: ['datahub', 'amundsen'], good: ['data-lineage'] },
    { id: ' pots', asked: ['pots'], best: ['kiln', 'loom'], good: [] },
  ]);
  expect(read('')).toEqual([]);
});

test.each(['pots', 'pots\t', '\tkiln', 'pots\tkiln\tloom\tmore'])('a line that is %j is refused, and named', (line) =>
  expect(() => read(`fine\tkiln\tloom\n${line}\n`)).toThrow(`not ways of asking and ids: ${line}`),
);

describe('the needs that are built in', () => {
  const needs = readNeeds();
  let known: ReadonlySet<string> = new Set();
  beforeAll(() => {
    known = new Set(checkPaths(['data'], vocabularyOf(undefined, zones)).entries.map(({ id }) => id));
  });

  test('are answered by entries that are there, each once, and by more than one', () => {
    const wrong = needs.filter(({ best, good }) => {
      const all = [...best, ...good];
      return all.length < 2 || new Set(all).size < all.length || all.some((id) => !known.has(id));
    });
    expect(wrong).toEqual([]);
    expect(needs.length).toBeGreaterThan(1000);
  });

  test('are no entries, and each is there once', () => {
    const ids = needs.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) < at || known.has(id))).toEqual([]);
  });

  test('are asked for in ways that are each there once, without blanks at their ends', () => {
    const wrong = needs.filter(
      ({ asked }) =>
        new Set(asked).size < asked.length ||
        asked.some((phrase) => phrase !== phrase.trim() || /^$|\s{2}/.test(phrase)),
    );
    expect(wrong).toEqual([]);
  });

  test('are plain lines, in order', () => {
    const lines = readFileSync('data/needs.tsv', 'utf8').split('\n');
    expect(lines.filter((line) => /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(line))).toEqual([]);
    const own = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => Buffer.from(line));
    expect(own.filter((line, at) => at > 0 && Buffer.compare(own[at - 1] ?? line, line) >= 0)).toEqual([]);
  });
});
