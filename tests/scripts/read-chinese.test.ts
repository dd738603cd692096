import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAskings } from '../../scripts/read-askings';
import { readChinese } from '../../scripts/read-chinese';
import { readElsewhere } from '../../scripts/read-elsewhere';
import { readNeeds } from '../../scripts/read-needs';
import { askedTerm, askedTerms } from '../../src/search/asked';
import { fold } from '../../src/search/tokens';
import { aFolder } from '../helpers/folder';

function read(text: string) {
  const file = join(aFolder(), 'chinese.tsv');
  writeFileSync(file, text);
  return readChinese(file);
}

test('each word of Chinese with what it is in English, which may be nothing; remarks and empty lines are none', () => {
  expect(read('# words\n\n\t的 了\nload test\t压测\n')).toEqual([
    ['的', []],
    ['了', []],
    ['压测', ['load', 'test']],
  ]);
});

test.each(['slow', 'slow\t', 'slow\t慢\t缓慢'])('a line that is %j is refused, and named', (line) => {
  expect(() => read(`fast\t快\n${line}\n`)).toThrow(`not English and Chinese: ${line}`);
});

test('a word that is longer than what is looked up is refused', () => {
  expect(() => read('fast\t快得不能再快了\n')).toThrow('快得不能再快了 is too long');
});

test('a word with two meanings is refused', () => {
  expect(() => read('fast\t快\nquick\t快速 快\n')).toThrow('快 has two meanings');
});

describe('the words that are built in', () => {
  const words = readChinese();

  test('are many, as they are read from a question', () => {
    expect(words.length).toBeGreaterThan(1500);
    const wrong = words.filter(([word]) => fold(word) !== word || !/^\p{Script=Han}+$/u.test(word));
    expect(wrong).toEqual([]);
  });

  test('stand in order', () => {
    const lines = readFileSync('data/chinese.tsv', 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    const english = lines.slice(0, -1).map((line) => line.split('\t')[0] ?? '');
    expect(lines.at(-1)).toBe('');
    expect(english).toEqual([...new Set(english)].sort());
  });

  test('are said in English words of which something is learned', () => {
    const asked = [
      ...readAskings().map(({ phrase }) => phrase),
      ...[...readNeeds(), readElsewhere()].flatMap(({ asked }) => asked),
    ];
    const known = new Set(asked.flatMap(askedTerms));
    const strange = words.filter(([, english]) => english.some((word) => !known.has(askedTerm(word))));
    expect(strange).toEqual([]);
  });
});
