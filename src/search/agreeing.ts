import { termsFrom } from './dictionary';
import type { Candidate } from './rank';
import { forEachEntry, type SearchIndex } from './search-index';

/** So many of the best say what an answer is about, each less than the one before it. */
const HEARD = 10;
const FALLOFF = 5;
/** What a topic that is not the main one of an entry counts: of one that is heard, and of one that is judged by it. */
const BESIDE = { heard: 0.53, judged: 0.66 };
/** What it is worth to be about what the best are about, in parts of the score; more than so much of it is worth no more. */
const WORTH = 0.25;
const MOST = 1.5;
/** Of fewer there is nothing to agree on. */
const FEWEST = 3;

/**
 * Raises what is about the same topics as the best are: of two entries that have the words alike, the one is meant that
 * belongs to the others. (Known as pseudo-relevance feedback.)
 * @see C. D. Manning, P. Raghavan, H. Schütze, "Introduction to information retrieval" (2008), 9.1.6
 */
export function agreeing(index: SearchIndex, found: readonly Candidate[]): readonly Candidate[] {
  const best = [...found].sort((a, b) => b.score - a.score || a.entry - b.entry).slice(0, HEARD);
  const most = best[0]?.score ?? 0;
  if (found.length < FEWEST || most === 0) return found;
  const votes = new Map(best.map(({ entry, score }, rank) => [entry, score / most / (1 + rank / FALLOFF)]));
  const topics = termsFrom(index.facets, 'topic:').flatMap(({ postings }) => {
    let vote = 0;
    forEachEntry(index.facets, postings, (entry, rank) => {
      vote += (votes.get(entry) ?? 0) * (rank === 0 ? 1 : BESIDE.heard);
    });
    return vote > 0 ? [{ postings, vote }] : [];
  });
  const loudest = topics.reduce((top, { vote }) => Math.max(top, vote), 0);
  const shares = new Map<number, number>();
  for (const { postings, vote } of topics) {
    forEachEntry(index.facets, postings, (entry, rank) => {
      shares.set(entry, (shares.get(entry) ?? 0) + (vote / loudest) * (rank === 0 ? 1 : BESIDE.judged));
    });
  }
  return found.map((candidate) => {
    const agrees = 1 + WORTH * Math.min(MOST, shares.get(candidate.entry) ?? 0);
    return { ...candidate, agrees, score: candidate.score * agrees };
  });
}
