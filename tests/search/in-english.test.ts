import { describe, expect, test } from 'vitest';
import { askedIndex, type Asking } from '../../src/search/asked';
import type { AskedWord } from '../../src/search/asked-for';
import { buildIndex } from '../../src/search/build';
import { inEnglish } from '../../src/search/in-english';
import { learn } from '../../src/search/learn';
import { tokensOf } from '../../src/search/query-words';
import { search } from '../../src/search/query';
import { wordsOf } from '../../src/search/tokens';
import { aTool } from './fixture';

const ENGLISH = [
  ['的', []],
  ['部署', ['deploying']],
  ['慢', ['slow']],
  ['太慢', ['too', 'slow']],
  ['卡', ['gpu']],
  ['显卡', ['gpu']],
  ['模型', ['model']],
] as const;
const asked = askedIndex(learn([], [], ENGLISH), () => undefined);

const wordsIn = (question: string): AskedWord[] =>
  tokensOf(wordsOf(question).map((word) => ({ word, isExact: false })))
    .flatMap(({ parts }) => parts)
    .map((word) => ({ ...word, isFiller: false, isStrange: true }));

describe('a question in English', () => {
  test.each([
    ['部署太慢', ['deploy', 'too', 'slow']],
    ['模型的部署', ['model', 'deploy']],
    // The longest word from the left; what is none stays pairs of characters.
    ['显卡打架', ['gpu', '打架']],
    ['打架模型', ['打架', 'model']],
    // A single character is a word where nothing stands beside it.
    ['模型 慢', ['model', 'slow']],
    ['模型慢', ['model', 'slow']],
    ['快慢模型', ['快慢', 'model']],
    ['k8s 部署', ['k8s', 'deploy']],
  ])('%s: %j', (question, terms) => {
    expect(inEnglish(asked, wordsIn(question))?.map(({ term }) => term)).toEqual(terms);
  });

  test('a word of English is none of unknown characters', () => {
    const [deploy] = inEnglish(asked, wordsIn('部署')) ?? [];
    expect(deploy).toMatchObject({ isCjk: false, isStrange: false });
  });

  test('what nobody has between them is one word, which may change all that is said', () => {
    const [, strange] = inEnglish(asked, wordsIn('模型羽毛球')) ?? [];
    expect(strange).toMatchObject({ term: '羽毛球', isCjk: false, isStrange: true });
    const known = wordsIn('模型羽毛球').map((one) => ({ ...one, isStrange: one.term !== '羽毛' }));
    expect(inEnglish(asked, known)?.map(({ term }) => term)).toEqual(['model', '羽毛', '毛球']);
  });

  test('is asked of Chinese alone', () => {
    expect(inEnglish(asked, wordsIn('deploy k8s'))).toBeUndefined();
  });
});

test('what phrases in English ask for is found in Chinese', () => {
  const crowd = Array.from({ length: 600 }, (_, at): Asking => ({
    phrase: `word${at % 300} other${at}`,
    ids: ['none'],
  }));
  const kiln = ['burn pots', 'pots burn', 'burn'].map((phrase): Asking => ({ phrase, ids: ['kiln'] }));
  const things = [aTool({ id: 'kiln', name: 'Kiln', topics: ['x'], category: 'heat' })];
  const idsFor = (question: string, english: typeof ENGLISH | readonly (readonly [string, readonly string[]])[]) =>
    search(buildIndex(things, { learned: () => learn([...crowd, ...kiln], [], english) }), question).hits.map(
      ({ id }) => id,
    );
  expect(idsFor('燃烧陶器', [])).toEqual([]);
  expect(
    idsFor('燃烧陶器', [
      ['燃烧', ['burn']],
      ['陶器', ['pots']],
    ]),
  ).toEqual(['kiln']);
});
