/** How good an entry is as an answer to a query: 3 best, 2 good, 1 fair; 0, the rest, is never written down. */
export type Grade = 0 | 1 | 2 | 3;
export type Grades = ReadonlyMap<string, Grade>;

/** What one answer is worth, each from 0 to 1. */
export interface Scores {
  readonly ndcg: number;
  readonly reciprocalRank: number;
  readonly recall: number;
}
export type Measure = keyof Scores;

/** How many places of an answer are looked at: what a person sees without scrolling. */
export const PLACES = 10;
/** From here on an entry counts as found, for the measures that know only yes and no. */
const LEAST_FOUND: Grade = 2;

/**
 * @param ids what an engine answered, best first, each id once
 * @param grades none where nothing is right: then only the empty answer is, and any other is worth 0
 */
export function scoresOf(ids: readonly string[], grades: Grades): Scores {
  if (grades.size === 0) {
    const isRight = Number(ids.length === 0);
    return { ndcg: isRight, reciprocalRank: isRight, recall: isRight };
  }
  return { ndcg: ndcg(ids, grades), reciprocalRank: reciprocalRank(ids, grades), recall: recall(ids, grades) };
}

/**
 * Normalised discounted cumulated gain of the first places, with gains 2^grade − 1 and the discount log2(place + 1).
 * @see K. Järvelin, J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20 (2002); the gains
 * are those of C. Burges et al., "Learning to rank using gradient descent" (2005)
 */
export function ndcg(ids: readonly string[], grades: Grades): number {
  const ideal = [...grades.values()].sort((a, b) => b - a);
  const most = gained(ideal);
  return most === 0 ? 0 : gained(ids.map((id) => grades.get(id) ?? 0)) / most;
}

function gained(grades: readonly Grade[]): number {
  return grades.slice(0, PLACES).reduce<number>((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}

/** 1 over the place of the first good entry; 0 where none is among the first places. */
export function reciprocalRank(ids: readonly string[], grades: Grades): number {
  const at = ids.slice(0, PLACES).findIndex((id) => isGood(id, grades));
  return at < 0 ? 0 : 1 / (at + 1);
}

/** Share of the good entries among the first places; where there are more of them than places, of the places. */
export function recall(ids: readonly string[], grades: Grades): number {
  const all = [...grades.values()].filter((grade) => grade >= LEAST_FOUND).length;
  const found = ids.slice(0, PLACES).filter((id) => isGood(id, grades)).length;
  return all === 0 ? 0 : found / Math.min(all, PLACES);
}

const isGood = (id: string, grades: Grades): boolean => (grades.get(id) ?? 0) >= LEAST_FOUND;

/** Means over many answers; of none, zeros. */
export function meanOf(scores: readonly Scores[]): Scores {
  const mean = (measure: Measure): number =>
    scores.reduce((sum, score) => sum + score[measure], 0) / Math.max(1, scores.length);
  return { ndcg: mean('ndcg'), reciprocalRank: mean('reciprocalRank'), recall: mean('recall') };
}
