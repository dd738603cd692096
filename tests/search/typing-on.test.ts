import { describe, expect, test } from 'vitest';
import { dataCatalogue } from '../../bench/search/catalogue';
import { search } from '../../src/search/query';
import { kindOf, prominenceOf } from '../../src/search/search-index';

const catalogue = dataCatalogue();
const index = catalogue.searchIndex();
const MOST = 10;
const LETTERS = 4;
const FIRST = 3;

/**
 * The entries that the catalogue itself names most often, those as often as the tenth included: tools, series,
 * communities, and of the topics those that are. What is typed is the beginning of their name.
 */
const byUse = index.ids
  .map((id, number) => ({ id, kind: kindOf(index, number) ?? '', prominence: prominenceOf(index, number) }))
  .sort((a, b) => b.prominence - a.prominence || (a.id < b.id ? -1 : 1))
  .map((entry) => ({ ...entry, typed: (catalogue.find(entry.id)?.name ?? '').slice(0, LETTERS).toLowerCase() }));
const commonestOf = (entries: typeof byUse): typeof byUse =>
  entries.filter(({ prominence }) => prominence >= (entries[MOST - 1]?.prominence ?? 0));
const named = byUse.filter(({ kind }) => ['tool', 'series', 'community'].includes(kind));
const commonest = [...new Set([...commonestOf(byUse), ...commonestOf(named)])];
const placeOf = (id: string, typed: string): number => search(index, typed).hits.findIndex((hit) => hit.id === id) + 1;

describe('while a name is being typed', () => {
  test('ten entries or more are named most often', () => expect(commonest.length).toBeGreaterThanOrEqual(MOST));

  test.each(commonest)('$typed → $id', ({ id, typed }) => {
    const sharing = commonest.filter((other) => other.typed === typed);
    // Where more of them than there are places begin alike, not all can be there: then the places are theirs.
    if (sharing.length > FIRST) {
      const first = search(index, typed).hits.slice(0, FIRST);
      expect(sharing.map((other) => other.id)).toEqual(expect.arrayContaining(first.map((hit) => hit.id)));
    } else expect([1, 2, 3]).toContain(placeOf(id, typed));
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
