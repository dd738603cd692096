import type { Kind } from '../catalogue/kinds';

/** An entry that may be in the answer, before it has a place there. */
export interface Candidate {
  readonly entry: number;
  /** What its words and its name add up to. */
  readonly base: number;
  /** What is left of that where words are missing, 0 to 1. */
  readonly lacking: number;
  /** What it is worth that it is asked for in other words. */
  readonly asked: number;
  /** Both together, with its kind, how well known it is and what it is about counted in. */
  readonly score: number;
  /** What its kind counts, and of an event, whether it is about the field and still to come. */
  readonly ofKind: number;
  /** What it counts that it is about the same as the best, 1 or more. */
  readonly agrees: number;
  /** Share of the words, by rarity, 0 to 1. */
  readonly coverage: number;
  /** It has most of them, and is not only about what they hint at. */
  readonly hasMost: boolean;
  /** How far it is what was wished for, 0 to 1. */
  readonly wish: number;
  /** The question is its name. */
  readonly isNamed: boolean;
  /** Of an event: is it over? Undefined for all else. */
  readonly isPast: boolean | undefined;
  /** It has not the words, but is about this topic, as those that have them are. */
  readonly sameSubject?: string;
  /** It has not the words, but is all that was wished for. */
  readonly isWishedOnly?: boolean;
  /** A bit for each word of the question that it has. */
  readonly words: number;
}

/** An entry that has not the words, and is there for another reason. */
export const wordless = (entry: number, score: number, isPast: boolean | undefined): Candidate => ({
  entry,
  base: score,
  lacking: 1,
  asked: 0,
  score,
  ofKind: 1,
  agrees: 1,
  coverage: 0,
  hasMost: false,
  wish: 0,
  isNamed: false,
  isPast,
  words: 0,
});

/** An entry in its place; the order is that of `points`. */
export interface Ranked {
  readonly candidate: Candidate;
  /** The score, of what is over with that counted in. */
  readonly score: number;
  readonly points: number;
}

/** All words; sums of rarities are never quite what they should be. */
export const COMPLETE = 1 - 1e-9;
/** How much a step of prominence adds: beside words that tell entries apart, and where nothing else does, as in `mlops tools`. */
export const PROMINENCE_SHARE = { beside: 0.01, alone: 0.075 };
/** Who asks for a subject is mostly looking for something to use, and seldom for a date. */
export const KIND_FACTORS: Readonly<Partial<Record<Kind, number>>> = { tool: 1.05, event: 0.9, series: 0.9 };
/** What an event that is over still counts. */
const PAST = 0.6;
/** Below this part of the best, a wish that is fulfilled does not make up for being about something else. */
const STRONG = 0.075;

/** So many of the first places are kept for what is common and begins like this. */
const FIRST_PLACES = 3;

/**
 * Puts the candidates in order: those with most of the words first, then by score. Where something was wished for, those that
 * are so come first, for a book that lacks a word is nearer to a wish for books than a podcast that has it; before them
 * only what the question names exactly. While a name is being typed, the commonest that it can become are among the
 * first three, and as many of the others as there is room for.
 * @param common numbers of entries, commonest first
 */
export function ranked(candidates: readonly Candidate[], common: readonly number[] = []): Ranked[] {
  const aged = pastBelowComing(candidates);
  const most = aged.reduce((best, { score }) => Math.max(best, score), 0);
  const hasWish = candidates.some(({ wish }) => wish > 0);
  const placed = aged.map(({ candidate, score }) => {
    const { hasMost, wish, isNamed, sameSubject, isWishedOnly } = candidate;
    const isWanted = wish > 0 && (sameSubject !== undefined || isWishedOnly === true);
    const isNear = isWanted || score >= STRONG * most;
    const group = hasWish ? groupOf(isNamed, isNear, wish) : groupOf(hasMost);
    return { candidate, score, group, entry: candidate.entry };
  });
  placed.sort((a, b) => b.group - a.group || b.score - a.score || a.entry - b.entry);
  const order = withFirst(placed, common);
  // Points fall from one to the next whatever brought them there: each group starts above the best of those below.
  let floor = 0;
  let below: number | undefined;
  const points = order.reduceRight<Ranked[]>((done, { candidate, score, group }) => {
    if (below !== undefined && below !== group) floor += most;
    below = group;
    done.push({ candidate, score, points: floor + score });
    return done;
  }, []);
  return points.reverse();
}

interface Placed {
  readonly candidate: Candidate;
  readonly score: number;
  /** Those with a higher number come first. */
  readonly group: number;
}

/** Steps in which a share of the wishes counts. */
const WISH_STEPS = 100;

/** One number of what counts before the score, so that to compare two is cheap. @param wish 0 to 1 */
function groupOf(first: boolean, second = false, wish = 0): number {
  return (2 * Number(first) + Number(second)) * (WISH_STEPS + 1) + Math.round(wish * WISH_STEPS);
}
/** Above any group. */
const BROUGHT = 4 * (WISH_STEPS + 1);

/** Brings the first of `common` that are there into the first places, and changes nothing else in the order. */
function withFirst(placed: readonly Placed[], common: readonly number[]): readonly Placed[] {
  const byEntry = new Map(common.length > 0 ? placed.map((one) => [one.candidate.entry, one]) : []);
  const brought = common.flatMap((entry) => byEntry.get(entry) ?? []).slice(0, FIRST_PLACES);
  if (brought.length === 0) return placed;
  const others = placed.filter((one) => !brought.includes(one)).slice(0, FIRST_PLACES - brought.length);
  const first = new Set([...brought, ...others]);
  const half = (isFirst: boolean): Placed[] =>
    placed
      .filter((one) => first.has(one) === isFirst)
      .map((one) => ({ ...one, group: isFirst ? BROUGHT + one.group : one.group }));
  return [...half(true), ...half(false)];
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
