import type { Candidate } from './rank';
import { mainTopicOf, type SearchIndex } from './search-index';

/** So many of the best say what an answer is about, each less than the one before it. */
const HEARD = 10;
const FALLOFF = 5;
/** What it is worth to be about what the best are about, in parts of the score. */
const WORTH = 0.25;
/** Of fewer there is nothing to agree on. */
const FEWEST = 3;

/**
 * Raises what is about the same as the best are, by main topics: of two entries that have the words alike, the one is
 * meant that belongs to the others. (Known as pseudo-relevance feedback.)
 * @see C. D. Manning, P. Raghavan, H. Schütze, "Introduction to information retrieval" (2008), 9.1.6
 */
export function agreeing(index: SearchIndex, found: readonly Candidate[]): readonly Candidate[] {
  const best = [...found].sort((a, b) => b.score - a.score || a.entry - b.entry).slice(0, HEARD);
  const most = best[0]?.score ?? 0;
  if (found.length < FEWEST || most === 0) return found;
  const votes = new Map<number, number>();
  best.forEach(({ entry, score }, rank) => {
    const topic = mainTopicOf(index, entry);
    if (topic > 0) votes.set(topic, (votes.get(topic) ?? 0) + score / most / (1 + rank / FALLOFF));
  });
  const loudest = Math.max(1e-9, ...votes.values());
  return found.map((candidate) => {
    const agrees = 1 + (WORTH * (votes.get(mainTopicOf(index, candidate.entry)) ?? 0)) / loudest;
    return { ...candidate, agrees, score: candidate.score * agrees };
  });
}
