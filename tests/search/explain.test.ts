import { describe, expect, test } from 'vitest';
import { placeNames } from '../../src/places/place-names';
import type { Asking } from '../../src/search/asked';
import { buildIndex } from '../../src/search/build';
import { learn } from '../../src/search/learn';
import { search, type Hit } from '../../src/search/query';
import { CITIES } from '../helpers/cities';
import { entries } from './fixture';

const askings: readonly Asking[] = [
  { phrase: 'it was fine on Friday', ids: ['model-monitoring'] },
  { phrase: 'fine last week', ids: ['training-serving-skew', 'mlflow'] },
  { phrase: 'fine on a friday', ids: ['model-monitoring', 'mlflow'] },
  { phrase: '上周还好好的', ids: ['model-monitoring'] },
  { phrase: '上周', ids: ['model-monitoring'] },
  { phrase: '好好', ids: ['model-monitoring'] },
];
const index = buildIndex(entries, { learned: () => learn(askings), placeNames: placeNames(() => CITIES) });
const isPast = (id: string): boolean => id.startsWith('mlops-paris');

/** The sum of the parts times the factors. */
function product({ explanation }: Hit): number {
  const { parts = [], factors = [] } = explanation ?? {};
  return factors.reduce(
    (all, { factor }) => all * factor,
    parts.reduce((sum, { points }) => sum + points, 0),
  );
}

describe('the parts times the factors', () => {
  test.each([
    'drift',
    'feature store',
    'kubecon europe 2027',
    'machine learning systems',
    'distributed tracing of features somewhere',
    'mlops gathering',
    'mlflow alternatives',
    'drift books',
    'free books',
    'fine friday',
    'was it fine in the library on friday?',
    '上周好好',
    '模型监控',
  ])('%s: are the score, of what is put before others with as much more for all of these', (query) => {
    const { hits } = search(index, query, { explain: true, isPast });
    expect(hits.length).toBeGreaterThan(0);
    const more = hits.map((hit) => hit.score - product(hit));
    expect(more.at(-1)).toBeCloseTo(0, 1);
    more.forEach((rest, at) => {
      expect(rest).toBeGreaterThan(-0.02);
      expect(rest - (more[at - 1] ?? Infinity)).toBeLessThan(0.02);
    });
  });

  test('are all of the score where nothing is put before others', () => {
    const { hits } = search(index, 'fine friday', { explain: true });
    expect(hits[0]?.id).toBe('model-monitoring');
    const asked = hits.filter(({ explanation }) =>
      explanation?.parts.some(({ label }) => label === 'asked for like this'),
    );
    expect(asked.length).toBeGreaterThan(1);
    const { score, explanation } = asked[0] ?? {};
    const factor = explanation?.factors[0]?.factor ?? NaN;
    expect(factor).toBeGreaterThan(1);
    expect(explanation).toEqual({
      parts: [{ label: 'asked for like this', points: expect.closeTo((score ?? 0) / factor, 2) }],
      factors: [{ label: 'about what the best are about', factor }],
    });
  });

  test.each([
    ['distributed', 'distributed runs'],
    ['distributed tracing', 'distributed tracing git'],
  ])('of what has no more of "%s" say what is left in "%s": each the same share of it', (had, asked) => {
    const [whole, left] = [had, asked].map((query) => {
      const { hits } = search(index, query, { explain: true });
      return hits.find(({ id }) => id === 'tracer');
    });
    const lacking = (left?.score ?? NaN) / (whole?.score ?? NaN);
    expect(lacking).toBeGreaterThan(0.1);
    expect(lacking).toBeLessThan(0.9);
    expect(left?.explanation).toEqual({
      parts: whole?.explanation?.parts.map(({ label, points }) => ({
        label,
        points: expect.closeTo(lacking * points, 2),
      })),
      factors: whole?.explanation?.factors,
    });
  });

  test('say of what has words and is asked for both', () => {
    const both = buildIndex(entries, {
      learned: () =>
        learn([{ phrase: 'runs of tracing', ids: ['tracer'] }, { phrase: 'runs', ids: ['tracer'] }, ...askings]),
    });
    const { hits } = search(both, 'distributed runs of tracing', { explain: true });
    const labels = hits.find(({ id }) => id === 'tracer')?.explanation?.parts.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['distributed', 'tracing', 'asked for like this']));
  });
});
