import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { compileZones } from '../../scripts/compile-zones';
import { answerTo } from './answer';
import { DEADLINES, EVENTS, SERIES, type Case } from './cases';
import { PLANTED, type Planted } from './planted';

const CASES = [...EVENTS, ...DEADLINES, ...SERIES];
const table = compileZones();

test('there are enough of them, and each is another', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(60);
  expect(new Set(CASES.map((one) => JSON.stringify(one.slice(0, 3)))).size).toBe(CASES.length);
});

test.each(CASES.map((one) => ({ one, asked: JSON.stringify(one[0]), reader: one[1], now: one[2], answer: one[3] })))(
  '$asked in $reader at $now: $answer',
  ({ one, answer }) => {
    expect(answerTo(one, table)).toBe(answer);
  },
);

/** The cases that a planted error gives another answer to, or none. */
async function brokenBy([file, text, becomes]: Planted): Promise<readonly Case[]> {
  const path = resolve(`src/${file}.ts`);
  const whole = readFileSync(path, 'utf8');
  expect(whole.split(text).length, `${file}: ${text}`).toBe(2);
  const { outputFiles } = await build({
    entryPoints: [resolve('tests/days/answer.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'iife',
    globalName: 'planted',
    plugins: [
      {
        name: 'plant',
        setup: (plugins) => {
          plugins.onLoad({ filter: /\.ts$/ }, (args) =>
            args.path === path ? { contents: whole.replace(text, () => becomes), loader: 'ts' } : undefined,
          );
        },
      },
    ],
  });
  const planted = runInThisContext(`${outputFiles[0]?.text ?? ''};planted`) as { answerTo: typeof answerTo };
  return CASES.filter((one) => {
    try {
      return planted.answerTo(one, table) !== one[3];
    } catch {
      return true;
    }
  });
}

test('every planted error is found, and every case finds one', { timeout: 120_000 }, async () => {
  const found = new Set<Case>();
  const missed: string[] = [];
  for (const error of PLANTED) {
    const broken = await brokenBy(error);
    if (broken.length === 0) missed.push(error.join(': '));
    for (const one of broken) found.add(one);
  }
  expect(missed).toEqual([]);
  expect(CASES.filter((one) => !found.has(one))).toEqual([]);
});
