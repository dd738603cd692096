import { Converter as ToTraditional } from 'opencc-js/cn2t';
import { Converter as ToSimplified } from 'opencc-js/t2cn';
import { describe, expect, test } from 'vitest';
import { inMainlandWords, wordsOfTaiwan } from '../../src/search/taiwan-words';
import { inSimplified } from '../../src/search/traditional';
import { tokenize } from '../../src/search/tokens';

const words = wordsOfTaiwan();
const traditional = ToTraditional({ from: 'cn', to: 'tw' });
const official = ToSimplified({ from: 'twp', to: 'cn' });
/** Where we mean something else than OpenCC, and why. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['网路上', 'courses there are 网上的课程'],
  ['程式', 'who asks how to test a 程式 has code in mind, and no single program'],
  ['介面', 'of a service, and not of a screen'],
  ['行动装置', '移动设备 is what mainland texts say'],
  ['稽核', 'what auditors do, in all texts, is 审计'],
  ['设定', 'of a system, and no act of setting'],
  ['储存', 'where data are, and no act of saving'],
  ['开放原始码', '开源 is what all texts say'],
]);

describe('words of Taiwan', () => {
  test('are none of the mainland ones', () => {
    const mainland = new Set(words.map(({ mainland }) => mainland));
    expect(words.filter(({ taiwan }) => mainland.has(taiwan))).toEqual([]);
    expect(new Set(words.map(({ taiwan }) => taiwan)).size).toBe(words.length);
  });

  test('mean what OpenCC says, where it knows them', () => {
    const others = words.filter(({ taiwan, mainland }) => {
      const theirs = official(traditional(taiwan));
      return theirs !== taiwan && theirs !== mainland;
    });
    expect(others.map(({ taiwan }) => taiwan).sort()).toEqual([...OTHERWISE.keys()].sort());
  });

  test('are known as they are written, in traditional characters', () => {
    const unknown = words.filter(({ taiwan }) => inSimplified(traditional(taiwan)) !== taiwan);
    expect(unknown).toEqual([]);
  });

  test.each([
    ['资料漂移侦测', true, '数据漂移检测'],
    ['网路上的课程', true, '网上的课程'],
    ['行动装置', true, '移动设备'],
    // On the mainland 资料 is material, and 影像 what a doctor looks at.
    ['学习资料', false, '学习资料'],
    ['医学影像', false, '医学影像'],
    ['伺服器排程', false, '服务器调度'],
    ['模型监控', false, '模型监控'],
  ])('%s, of Taiwan: %s, is %s', (text, isOfTaiwan, mainland) => {
    expect(inMainlandWords(text, isOfTaiwan)).toBe(mainland);
  });

  test.each([
    ['資料漂移偵測', '数据漂移检测'],
    ['軟體工程', '软件工程'],
    ['GPU 伺服器', 'GPU 服务器'],
  ])('%s has the terms of %s', (taiwan, mainland) => {
    expect(tokenize(taiwan)).toEqual(tokenize(mainland));
  });
});
