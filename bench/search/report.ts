import { meansByClass, type Result } from './evaluate';
import type { Measure } from './metrics';

const MEASURES: readonly (readonly [Measure, string])[] = [
  ['ndcg', 'nDCG@10'],
  ['reciprocalRank', 'MRR'],
  ['recall', 'recall@10'],
];
const FIRST_COLUMN = 18;
const COLUMN = 13;

/** A table for each measure: classes down, engines across. */
export function reportText(byEngine: ReadonlyMap<string, readonly Result[]>): string {
  const engines = Array.from(byEngine, ([name, results]) => ({ name, results, means: meansByClass(results) }));
  return MEASURES.map(([measure, title]) => {
    const head = title.padEnd(FIRST_COLUMN) + engines.map(({ name }) => name.padStart(COLUMN)).join('');
    const rows = [...(engines[0]?.means.keys() ?? [])].map((group) => {
      const size = engines[0]?.results.filter(({ query }) => group === 'all' || query.class === group).length;
      const cells = engines.map(({ means }) => (means.get(group)?.[measure] ?? 0).toFixed(3).padStart(COLUMN));
      return `${group} (${size})`.padEnd(FIRST_COLUMN) + cells.join('');
    });
    return [head, ...rows].join('\n');
  }).join('\n\n');
}

/** Every query with its answer, the worst first: each entry behind its grade, then the best that are missing. */
export function eachText(results: readonly Result[]): string {
  return [...results]
    .sort((a, b) => a.scores.ndcg - b.scores.ndcg)
    .map(({ query, ids, scores }) => {
      const missing = [...query.grades].filter(([id, grade]) => grade > 1 && !ids.includes(id));
      const named = missing.slice(0, 10).map(([id, grade]) => `${grade} ${id}`);
      const kind = query.kind ? ` --kind ${query.kind}` : '';
      return [
        `${scores.ndcg.toFixed(3)} ${query.class}: ${query.query}${kind}`,
        ...ids.map((id) => `    ${query.grades.get(id) ?? 0} ${id}`),
        ...(named.length > 0 ? [`    missing: ${named.join(', ')}${missing.length > named.length ? ', …' : ''}`] : []),
      ].join('\n');
    })
    .join('\n');
}
