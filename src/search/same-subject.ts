import type { SearchOptions } from './answer';
import { findTerm, termsFrom } from './dictionary';
import { COMPLETE, PROMINENCE_SHARE, wordless, type Candidate } from './rank';
import type { Reading } from './reading';
import { ABOUT_SCALE, forEachEntry, kindOf, prominenceOf, type SearchIndex } from './search-index';

/** Does the question name a topic, a term or a thing that others speak of, so that what is near to it is welcome? */
export function isSubject({ units, hasExact }: Reading): boolean {
  const asked = units.filter(({ isOptional }) => !isOptional);
  return !hasExact && asked.length > 0 && asked.some(({ concepts }) => concepts.length > 0);
}

/** Share of a hit's score that it speaks for its topics with, the main one first. */
const SPEAKS_FOR = [1, 0.4, 0.2];
/** Below any entry that has words of the question. */
const SAME_SUBJECT = 1e-3;

/**
 * Where few entries have the words: what is most about the topic that these are about.
 * @param isWished where none has all of them, those with some say what is meant: a kind was wished for, and must be there
 */
export function sameSubject(
  index: SearchIndex,
  found: readonly Candidate[],
  most: number,
  isLetIn: (entry: number) => boolean,
  isPast: SearchOptions['isPast'],
  isWished = false,
): Candidate[] {
  const hasComplete = found.some(({ coverage }) => coverage >= COMPLETE);
  const least = isWished && !hasComplete ? 0 : COMPLETE;
  const votes = new Map(found.map(({ entry, score, coverage }) => [entry, coverage >= least ? score : 0]));
  let best: { readonly topic: string; readonly vote: number } | undefined;
  for (const { term, postings } of termsFrom(index.facets, 'topic:')) {
    let vote = 0;
    forEachEntry(index.facets, postings, (entry, rank) => {
      vote += (votes.get(entry) ?? 0) * (SPEAKS_FOR[rank] ?? 0);
    });
    if (vote > (best?.vote ?? 0)) best = { topic: term.slice('topic:'.length), vote };
  }
  const about = best && findTerm(index.facets, `about:${best.topic}`);
  if (!best || !about) return [];
  const { topic } = best;
  const others: Candidate[] = [];
  forEachEntry(index.facets, about.postings, (entry, steps) => {
    if (votes.has(entry) || !isLetIn(entry)) return;
    const score = SAME_SUBJECT * (steps / ABOUT_SCALE) * (1 + PROMINENCE_SHARE.beside * prominenceOf(index, entry));
    const isOver = kindOf(index, entry) === 'event' ? isPast?.(index.ids[entry] ?? '') : undefined;
    others.push({ ...wordless(entry, score, isOver), sameSubject: topic });
  });
  return others.sort((a, b) => b.score - a.score || a.entry - b.entry).slice(0, most);
}
