import type { Engine } from './engines';
import { CLASSES, type JudgedQuery, type QueryClass } from './judged';
import { meanOf, scoresOf, type Scores } from './metrics';

/** One answer and what it is worth. */
export interface Result {
  readonly query: JudgedQuery;
  readonly ids: readonly string[];
  readonly scores: Scores;
}

/** Asks an engine every query, one after the other. */
export async function evaluate(engine: Engine, queries: readonly JudgedQuery[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const query of queries) {
    const ids = await engine.answer(query);
    results.push({ query, ids, scores: scoresOf(ids, query.grades) });
  }
  return results;
}

/** Mean of the classes that have queries, in their order, and of all queries, each counting alike. */
export function meansByClass(results: readonly Result[]): ReadonlyMap<QueryClass | 'all', Scores> {
  const scoresIn = (name: QueryClass): Scores[] =>
    results.filter(({ query }) => query.class === name).map(({ scores }) => scores);
  const classes = CLASSES.filter((name) => scoresIn(name).length > 0);
  return new Map<QueryClass | 'all', Scores>([
    ...classes.map((name) => [name, meanOf(scoresIn(name))] as const),
    ['all', meanOf(results.map(({ scores }) => scores))],
  ]);
}
