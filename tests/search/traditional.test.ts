import { readdirSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';
import { expect, test } from 'vitest';
import { inSimplified } from '../../src/search/traditional';

const official = Converter({ from: 't', to: 'cn' });
/** The first level of Big5, what everybody writes with. */
const COMMON = { from: 0xa440, to: 0xc67e };
const common = Array.from({ length: COMMON.to - COMMON.from + 1 }, (_, at) => COMMON.from + at).flatMap((code) => {
  const text = new TextDecoder('big5').decode(Uint8Array.of(code >> 8, code & 0xff));
  return /^[\u4e00-\u9fff]$/.test(text) ? [text] : [];
});
/** Simplified characters in which the catalogue is written, and asked for. */
const written = new Set(
  readdirSync('data')
    .map((name) => readFileSync(`data/${name}`, 'utf8'))
    .join('')
    .match(/[\u4e00-\u9fff]/g),
);

test('the common characters of Big5 are there', () => expect(common.length).toBeGreaterThan(5000));

test('a character stays as it is, or becomes what OpenCC makes of it', () => {
  const others = common.filter((one) => inSimplified(one) !== one && inSimplified(one) !== official(one));
  expect(others).toEqual([]);
});

test('every common one is known of which the catalogue has the simplified form', () => {
  const missing = common.filter((one) => {
    const simplified = official(one);
    return simplified !== one && written.has(simplified) && inSimplified(one) !== simplified;
  });
  expect(missing).toEqual([]);
});

test.each([
  ['聯邦學習', '联邦学习'],
  ['機器學習平臺', '机器学习平台'],
  ['模型監控 MLOps', '模型监控 MLOps'],
  ['实验跟踪', '实验跟踪'],
  ['日本語のガイド', '日本语のガイド'],
  ['', ''],
])('%j is %j', (text, simplified) => {
  expect(inSimplified(text)).toBe(simplified);
});
