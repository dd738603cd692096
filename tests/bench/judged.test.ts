import { describe, expect, test } from 'vitest';
import { dataCatalogue } from '../../bench/search/catalogue';
import { evaluate } from '../../bench/search/evaluate';
import { CLASSES, HALVES, readJudged, withGrades, type Half, type Judged } from '../../bench/search/judged';
import { meanOf } from '../../bench/search/metrics';
import { product } from '../../bench/search/product';
import { plainWords } from '../../bench/search/rivals';

const catalogue = dataCatalogue();
const entries = catalogue.entries();
const files: Readonly<Record<Half, readonly Judged[]>> = {
  tuning: readJudged('tuning'),
  checking: readJudged('checking'),
};
const all = HALVES.flatMap((half) => files[half]);
const judgmentsOf = ({ best = [], good = [], fair = [] }: Judged) => [...best, ...good, ...fair];

describe('the judged queries', () => {
  test('are at least 150, and every class is in both files', () => {
    expect(files.tuning.length).toBeGreaterThanOrEqual(150);
    for (const name of CLASSES) {
      const counts = HALVES.map((half) => files[half].filter((query) => query.class === name).length);
      expect([name, Math.min(...counts) >= 3]).toEqual([name, true]);
    }
  });

  test('stand once in both files together', () => {
    const texts = all.map(({ query, options }) => JSON.stringify([query.toLowerCase(), options]));
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  test('name only entries that the catalogue has, each under one grade', () => {
    const ids = new Set(entries.map(({ id }) => id));
    const named = all.map((query) => ({
      query: query.query,
      ids: judgmentsOf(query).filter((item) => typeof item === 'string'),
    }));
    expect(named.flatMap(({ query, ids: own }) => own.filter((id) => !ids.has(id)).map((id) => [query, id]))).toEqual(
      [],
    );
    expect(named.filter(({ ids: own }) => new Set(own).size < own.length)).toEqual([]);
  });

  test('have no rule that fits no entry', () => {
    const idle = all.flatMap((query) =>
      judgmentsOf(query).filter(
        (item) =>
          typeof item !== 'string' &&
          withGrades({ ...query, best: [item], good: undefined, fair: undefined }, entries).grades.size === 0,
      ),
    );
    expect(idle).toEqual([]);
  });

  test('have an answer that is best, or none at all', () => {
    const without = all.filter((query) => query.class !== 'none' && query.best === undefined);
    expect(without.map(({ query }) => query)).toEqual([]);
    expect(all.filter((query) => query.class === 'none' && judgmentsOf(query).length > 0)).toEqual([]);
  });

  test('ask with --kind for entries of that kind only', () => {
    const kinds = new Map(entries.map(({ id, kind }) => [id, kind]));
    const asked = all.flatMap((query) => {
      const { kind, grades } = withGrades(query, entries);
      return kind === undefined ? [] : [...grades.keys()].filter((id) => kinds.get(id) !== kind);
    });
    expect(asked).toEqual([]);
  });
});

describe('a judgment', () => {
  const grades = (more: Partial<Judged>) =>
    Object.fromEntries(withGrades({ class: 'keywords', query: 'x', ...more }, entries).grades);

  test('that names an entry stands above any rule, and a better rule above a lesser', () => {
    const given = grades({
      best: [{ kind: 'tool', category: 'experiment-tracking' }],
      good: ['mlflow'],
      fair: [{ topics: 'experiment-tracking' }],
    });
    expect(given).toMatchObject({ mlflow: 2, aim: 3, 'experiment-tracking': 1 });
  });

  test.each([
    { rule: { main: 'experiment-tracking' }, has: 'aim', hasNot: 'clearml' },
    { rule: { 'place.city': 'Tokyo' }, has: 'pytorch-day-japan-2026', hasNot: 'pytorch-day' },
    {
      rule: { 'place.city': 'Tokyo', after: '2026-11-21' },
      has: 'pytorch-day-japan-2026',
      hasNot: 'mcp-dev-summit-tokyo-2026',
    },
    { rule: { kind: ['book', 'site'], authors: 'Chip Huyen' }, has: 'ai-engineering', hasNot: 'agents-chip-huyen' },
    { rule: { kind: 'event', year: 2022 }, has: 'mlops-world-2022', hasNot: 'mlops-world-2026' },
    { rule: { kind: 'book', year: 2022 }, has: 'designing-machine-learning-systems', hasNot: 'ai-engineering' },
  ])('by the rule $rule', ({ rule, has, hasNot }) => {
    const given = grades({ good: [rule] });
    expect(given[has]).toBe(2);
    expect(given[hasNot]).toBeUndefined();
  });
});

test.each([
  ['kind:book "feature store"', 'book feature store'],
  ['prometheus -grafana', 'prometheus'],
  ['a/b testing', 'a/b testing'],
])('libraries are asked %j as %j', (query, plain) => {
  expect(plainWords(query)).toBe(plain);
});

test('search answers the checking half at least as well as it did', async () => {
  const results = await evaluate(
    product(catalogue),
    files.checking.map((query) => withGrades(query, entries)),
  );
  const { ndcg, reciprocalRank, recall } = meanOf(results.map(({ scores }) => scores));
  // Floors, a little under what is reached: a change that loses more than a few places fails here.
  expect(ndcg).toBeGreaterThan(0.88);
  expect(reciprocalRank).toBeGreaterThan(0.97);
  expect(recall).toBeGreaterThan(0.845);
});
