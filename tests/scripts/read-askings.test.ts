import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readAskings } from '../../scripts/read-askings';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { checkPaths } from '../../src/catalogue/load';
import type { Asking } from '../../src/search/asked';
import { aFolder } from '../helpers/folder';
import { zones } from '../helpers/host';

function read(text: string): Asking[] {
  const file = join(aFolder(), 'asked.tsv');
  writeFileSync(file, text);
  return readAskings(file);
}

test('a phrase, a tab and ids; comments and empty lines are none', () => {
  expect(read('# how people ask\n\nfits on a phone\tedge-ml quantisation\n手机上跑\tedge-ml\n')).toEqual([
    { phrase: 'fits on a phone', ids: ['edge-ml', 'quantisation'] },
    { phrase: '手机上跑', ids: ['edge-ml'] },
  ]);
  expect(read('')).toEqual([]);
});

test.each(['phone', 'phone\t', '\tedge-ml', 'phone\tedge-ml\tmore', 'phone\tedge-ml\t'])(
  'a line that is %j is refused, and named',
  (line) => expect(() => read(`fine\tedge-ml\n${line}\n`)).toThrow(`not a phrase and ids: ${line}`),
);

describe('the ways of asking that are built in', () => {
  const askings = readAskings();
  let ids: readonly string[] = [];
  beforeAll(() => {
    ids = checkPaths(['data'], vocabularyOf(undefined, zones))
      .entries.map(({ id }) => id)
      .sort();
  });

  test('ask for entries that are there, each once', () => {
    const known = new Set(ids);
    const wrong = askings.filter(
      (one) => one.ids.some((id) => !known.has(id)) || new Set(one.ids).size < one.ids.length,
    );
    expect(wrong).toEqual([]);
    expect(askings.length).toBeGreaterThan(1000);
  });

  test('are each there once, in order, without blanks at their ends', () => {
    const phrases = askings.map(({ phrase }) => phrase);
    expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) < at)).toEqual([]);
    expect(phrases.filter((phrase) => phrase !== phrase.trim() || /\s{2}/.test(phrase))).toEqual([]);
  });

  test('are plain lines', () => {
    const lines = readFileSync('data/asked.tsv', 'utf8').split('\n');
    expect(lines.filter((line) => /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(line))).toEqual([]);
    expect(lines.filter((line) => !line.startsWith('#') && line.split('\t').length > 2)).toEqual([]);
  });
});
