import { describe, expect, test } from 'vitest';
import { dataCatalogue } from '../../bench/search/catalogue';
import { search } from '../../src/search/query';
import { kindOf, prominenceOf } from '../../src/search/search-index';

const catalogue = dataCatalogue();
const index = catalogue.searchIndex();
const MOST = 10;
const LETTERS = 4;
const EVERYDAY = ['data', 'mode'];

/**
 * The entries that the catalogue itself names most often: tools, series, communities, whose names are typed. Beginnings
 * that are or begin everyday words (`data`, `model`) are not meant: who types those looks for the word. Of several with the same
 * beginning only the commonest can be.
 */
const commonest = index.ids
  .map((id, number) => ({ id, kind: kindOf(index, number) ?? '', prominence: prominenceOf(index, number) }))
  .filter(({ kind }) => ['tool', 'series', 'community'].includes(kind))
  .sort((a, b) => b.prominence - a.prominence || (a.id < b.id ? -1 : 1))
  .map(({ id }) => ({ id, typed: (catalogue.find(id)?.name ?? '').slice(0, LETTERS).toLowerCase() }))
  .filter(({ typed }, at, all) => !EVERYDAY.includes(typed) && all.findIndex((other) => other.typed === typed) === at)
  .slice(0, MOST);

describe('while a name is being typed', () => {
  test('ten entries are named most often', () => expect(commonest).toHaveLength(MOST));

  test.each(commonest)('$typed → $id', ({ id, typed }) => {
    const first = search(index, typed).hits.slice(0, 3);
    expect(first.map((hit) => hit.id)).toContain(id);
  });

  test.each([
    ['mlfl', 'mlflow'],
    ['kube', 'kubeflow'],
    ['airf', 'apache-airflow'],
    ['feas', 'feast'],
    ['pyto', 'pytorch'],
    ['tens', 'tensorflow'],
    ['weig', 'weights-and-biases'],
    ['lang', 'langchain'],
    ['hugg', 'hugging-face-hub'],
    ['made', 'made-with-ml'],
    ['desi', 'designing-machine-learning-systems'],
    ['prac', 'practical-mlops'],
    ['intr', 'introducing-mlops'],
    ['kubec', 'kubecon-cloudnativecon'],
    ['neur', 'neurips'],
    ['vllm', 'vllm'],
    ['dvc', 'dvc'],
    ['ray', 'ray'],
  ])('%s → %s', (typed, id) => {
    expect(
      search(index, typed)
        .hits.slice(0, 3)
        .map((hit) => hit.id),
    ).toContain(id);
  });
});
