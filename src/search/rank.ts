/** An entry that may be in the answer, before it has a place there. */
export interface Candidate {
  readonly entry: number;
  /** What its words and its name add up to. */
  readonly base: number;
  /** The same with what is missing and how well known it is counted in. */
  readonly score: number;
  /** Share of the words, by rarity, 0 to 1. */
  readonly coverage: number;
  /** How far it is what was wished for, 0 to 1. */
  readonly wish: number;
  /** The question is its name. */
  readonly isNamed: boolean;
  /** Of an event: is it over? Undefined for all else. */
  readonly isPast: boolean | undefined;
  /** It has not the words, but is about this topic, as those that have them are. */
  readonly sameSubject?: string;
  /** A bit for each word of the question that it has. */
  readonly words: number;
}

/** An entry in its place; the order is that of `points`. */
export interface Ranked {
  readonly candidate: Candidate;
  /** The score, of what is over with that counted in. */
  readonly score: number;
  readonly points: number;
}

/** All words; sums of rarities are never quite what they should be. */
export const COMPLETE = 1 - 1e-9;
/** How much a step of prominence adds. */
export const PROMINENCE_SHARE = 0.025;
/** What an event that is over still counts. */
const PAST = 0.6;
/** Below this part of the best, a wish that is fulfilled does not make up for being about something else. */
const STRONG = 0.05;

/**
 * Puts the candidates in order: those with all words first; of these, those that are what was wished for; then by
 * score. What the question names exactly comes before any wish.
 */
export function ranked(candidates: readonly Candidate[]): Ranked[] {
  const aged = pastBelowComing(candidates);
  const most = aged.reduce((best, { score }) => Math.max(best, score), 0);
  const hasWish = candidates.some(({ wish }) => wish > 0);
  const placed = aged.map(({ candidate, score }) => {
    const { coverage, wish, isNamed } = candidate;
    const group = [
      Number(coverage >= COMPLETE),
      Number(hasWish && isNamed),
      Number(hasWish && score >= STRONG * most),
      Math.round(wish * 100),
    ];
    return { candidate, score, group, entry: candidate.entry };
  });
  placed.sort((a, b) => compare(b.group, a.group) || b.score - a.score || a.entry - b.entry);
  // Points fall from one to the next whatever brought them there: each group starts above the best of those below.
  let floor = 0;
  let below: readonly number[] | undefined;
  const points = placed.reduceRight<Ranked[]>((done, { candidate, score, group }) => {
    if (below !== undefined && compare(below, group) !== 0) floor += most;
    below = group;
    done.push({ candidate, score, points: floor + score });
    return done;
  }, []);
  return points.reverse();
}

/** An event that is over counts less, and never more than one still to come that has the same words. */
function pastBelowComing(candidates: readonly Candidate[]): { candidate: Candidate; score: number }[] {
  const least = new Map<number, number>();
  for (const { isPast, words, score } of candidates) {
    if (isPast === false) least.set(words, Math.min(least.get(words) ?? Infinity, score));
  }
  return candidates.map((candidate) => {
    if (candidate.isPast !== true) return { candidate, score: candidate.score };
    let score = candidate.score * PAST;
    for (const [words, other] of least) {
      if ((words & candidate.words) >>> 0 === candidate.words) score = Math.min(score, other * 0.99);
    }
    return { candidate, score };
  });
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
