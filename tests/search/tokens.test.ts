import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, tokenize, wordsOf } from '../../src/search/tokens';

test.each([
  ['', []],
  ['  —…!?  ', []],
  ['Feature Store', ['feature', 'store']],
  ['CI/CD', ['ci', 'cd', 'cicd']],
  ['fine-tuning', ['fine', 'tuning', 'finetuning']],
  ['hidden-technical-debt', ['hidden', 'technical', 'debt']],
  ['U.S.A.', ['u', 's', 'a', 'usa']],
  ['R&D', ['r', 'd', 'rd']],
  ["O'Reilly O’Reilly", ['o', 'reilly', 'oreilly', 'o', 'reilly', 'oreilly']],
  ["Hamel's Blog", ['hamel', 'blog']],
  ['C++ and C#, C', ['c++', 'and', 'c#', 'c']],
  ['C/C++', ['c', 'c++']],
  ['RAG++', ['rag']],
  ['.NET', ['.net']],
  ['ASP.NET', ['asp', 'net', 'aspnet']],
  ['K8s', ['k8s']],
  ['apply()', ['apply']],
  ['TensorFlow 2.10', ['tensorflow', '2', '10']],
  ['GPT-4', ['gpt', '4', 'gpt4']],
  ['scikit_learn', ['scikit', 'learn', 'scikitlearn']],
  ['a -- b', ['a', 'b']],
  ['José Müller, Łódź, Straße', ['jose', 'muller', 'lodz', 'strasse']],
  ['ＭＬＯｐｓ　２０２２', ['mlops', '2022']],
  ['模型监控', ['模型', '型监', '监控']],
  ['监', ['监']],
  ['聯邦學習', ['联邦', '邦学', '学习']],
  ['AI平台、MLOps基础', ['ai', '平台', 'mlops', '基础']],
  ['ｶﾞｲﾄﾞ', ['ガイ', 'イド']],
  ['기계 학습', ['기계', '학습']],
  ['𠀀𠀁𠀂', ['𠀀𠀁', '𠀁𠀂']],
  ['обучение', ['обучение']],
  ['MLOps 🚀 2026', ['mlops', '2026']],
])('%j is indexed as %j', (text, terms) => {
  expect(tokenize(text)).toEqual(terms);
});

test('a word keeps its parts together', () => {
  expect(wordsOf('CI/CD 监控工具')).toEqual([
    { text: 'ci/cd', parts: ['ci', 'cd'], joined: 'cicd', isCjk: false },
    { text: '监控工具', parts: ['监控', '控工', '工具'], isCjk: true },
  ]);
});

test('terms are folded, hold no space, backslash or capital, and are their own terms', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string());
  fc.assert(
    fc.property(text, (value) => {
      for (const term of tokenize(value)) {
        expect(term).toMatch(/^[^\s\\A-Z]+$/);
        expect(fold(term)).toBe(term);
        expect(tokenize(term)).toEqual([term]);
      }
    }),
    { numRuns: 1000 },
  );
});

test('case and width make no difference', () => {
  const word = fc.stringMatching(/^[a-z0-9/.+#-]{1,12}$/);
  const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(word, (value) => {
      expect(tokenize(value.toUpperCase())).toEqual(tokenize(value));
      expect(tokenize(wide(value))).toEqual(tokenize(value));
    }),
  );
});
