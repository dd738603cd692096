import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readElsewhere } from '../../scripts/read-elsewhere';
import { askedTerms } from '../../src/search/asked';
import { aFolder } from '../helpers/folder';

function read(text: string) {
  const file = join(aFolder(), 'elsewhere.txt');
  writeFileSync(file, text);
  return readElsewhere(file);
}

test('all questions are one need, which nothing answers; remarks and empty lines are none', () => {
  expect(read('# other fields\n\nbread recipe\n\u88c5\u4fee\u9884\u7b97\n')).toEqual({
    ...{ id: ' ', asked: ['bread recipe', '\u88c5\u4fee\u9884\u7b97'] },
    ...{ best: [], good: [] },
  });
});

test.each(['bread\tloom', 'bread; cake', ' bread', 'bread '])('a line that is %j is refused, and named', (line) => {
  expect(() => read(`cake\n${line}\n`)).toThrow(`not one question: ${line}`);
});

describe('the questions that are built in', () => {
  const { asked } = readElsewhere();

  test('are many, plain, and in order, each once', () => {
    expect(asked.length).toBeGreaterThan(800);
    expect(asked.filter((line) => /[^\P{C}\t]|\s{2}/u.test(line))).toEqual([]);
    const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
    expect(asked).toEqual([...new Set(asked)].sort(bytes));
    expect(readFileSync('data/elsewhere.txt', 'utf8')).toMatch(/[^\n]\n$/);
  });

  test('have their telling words more than once, for others are not learned', () => {
    const uses = new Map<string, number>();
    for (const term of asked.flatMap(askedTerms)) uses.set(term, (uses.get(term) ?? 0) + 1);
    const lost = asked.filter((line) => askedTerms(line).every((term) => (uses.get(term) ?? 0) < 2));
    expect(lost).toEqual([]);
  });
});
