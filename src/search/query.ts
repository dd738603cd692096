import type { Hit, SearchAnswer, SearchOptions } from './answer';
import { askedFor, type AskedWord } from './asked-for';
import { candidatesOf, fulfilling } from './candidates';
import { corrected, type Corrected } from './corrected';
import { explain } from './explain';
import { THING } from './concepts';
import { complement, intersection, type EntrySet } from './entry-set';
import { FIELDS } from './fields';
import { isJoining, isSubject, isVague } from './fillers';
import { filtered } from './filters';
import { commonlyBegun } from './names';
import { entriesSpeakingOf, entriesWithPhrase } from './phrases';
import { parseQuery, type ParsedQuery } from './query-syntax';
import { tokensOf } from './query-words';
import { COMPLETE, ranked, type Candidate } from './rank';
import { readTokens, type Reading } from './reading';
import { forEachPosting, kindOf, type SearchIndex } from './search-index';
import { segmented } from './segments';
import { partsOf, suggestions } from './suggestions';
import { Tally, type Expansion } from './tally';
import { wordsOf, type Word } from './tokens';

export type { Hit, SearchAnswer, SearchOptions } from './answer';
export type { SearchIndex } from './search-index';

/**
 * Ranked full text: the answer depends on the index, the question and the options alone. A question may hold
 * `"phrases"`, `-excluded` words and `field:value` filters in any order; see `parseQuery`. An empty one, or one of signs
 * only, has no hits.
 * @returns ids with their scores, best first, and how the question was read
 */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchAnswer {
  const parsed = parseQuery(query);
  const found = find(index, parsed, options);
  const { words, reading, tally, candidates, unknownValues } = found;
  const order = ranked(candidates, commonlyBegun(index, reading.beginning)).slice(0, options.limit);
  // Lists for scripts show neither what matched nor where: both are worked out when they are asked for.
  let terms: ReadonlyMap<number, ReadonlySet<string>> | undefined;
  const termsOf = (entry: number): string[] => {
    terms ??= termsByEntry(
      index,
      [...words.expansions.values()],
      new Set(order.map(({ candidate }) => candidate.entry)),
    );
    return [...(terms.get(entry) ?? [])].sort();
  };
  let wished: { readonly field: string; readonly set: EntrySet }[] | undefined;
  const wishesOf = (entry: number): string[] => {
    wished ??= reading.wishes.map((wish) => ({ field: wish.field, set: fulfilling(index, wish, options) }));
    return wished.flatMap(({ field, set }) => (set[entry] ? field : []));
  };
  const complete = candidates.filter(({ coverage }) => coverage >= COMPLETE).length;
  return {
    hits: order.map(({ candidate, score, points }): Hit => {
      const { entry, isPast, isNamed, asked } = candidate;
      return {
        id: index.ids[entry] ?? '',
        score: Math.max(1, Math.round(points * 1e4)) / 1e4,
        get matched() {
          const fields = FIELDS.filter((_, bit) => tally.fields(entry) & (1 << bit));
          return [...fields, ...(asked > 0 ? ['asked'] : []), ...wishesOf(entry)];
        },
        get words() {
          return termsOf(entry);
        },
        isPast: isPast === true,
        isNamed,
        ...(options.explain ? { explanation: explain(index, tally, candidate, score) } : {}),
      };
    }),
    total: candidates.length,
    complete,
    ...sameSubjectOf(candidates),
    wishedOnly: candidates.filter(({ isWishedOnly }) => isWishedOnly === true).length,
    missing: [...words.unknown.keys()],
    partial: candidates.length > 0 && complete === 0,
    hinted: tally.hasHints,
    ...suggestions(query, words),
    wishes: reading.wishes.map(({ label }) => label),
    fulfilled: candidates.filter(({ wish }) => wish >= COMPLETE).length,
    concepts: [
      ...new Set(reading.units.flatMap(({ concepts }) => concepts.map(({ entry }) => index.ids[entry] ?? ''))),
    ],
    unknownValues,
    nearFields: parsed.nearFields,
  };
}

function sameSubjectOf(candidates: readonly Candidate[]): Pick<SearchAnswer, 'sameSubject'> {
  const topics = candidates.flatMap(({ sameSubject }) => sameSubject ?? []);
  const [topic] = topics;
  return topic === undefined ? {} : { sameSubject: { topic, count: topics.length } };
}

/** For an empty answer: what one part of the question less would find, most first. */
export function withoutOnePart(
  index: SearchIndex,
  query: string,
  options: SearchOptions = {},
): { readonly without: string; readonly count: number }[] {
  const parsed = parseQuery(query);
  return partsOf(parsed, find(index, parsed, options).words)
    .map(({ without, rest }) => ({ without, count: find(index, rest, options).candidates.length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** From so many words on a question is a sentence, of which an answer has a few. */
const LONG = 4;
/** With more words unknown it is about something else. */
const MOST_UNKNOWN = 1 / 3;

/** A question looked up, but not yet put in order. */
function find(index: SearchIndex, parsed: ParsedQuery, options: SearchOptions) {
  const { allowed, unknown: unknownValues } = filtered(index, parsed.filters);
  const words = corrected(index, tokensOf(wordsIn(index, parsed)));
  const reading = readTokens(index, words.tokens, options.literal === true, options.today);
  const tally = tallied(index, reading, words);
  const isAsked = words.tokens.length > 0 || parsed.filters.length > 0;
  const candidates =
    isAsked && unknownValues.length === 0
      ? candidatesOf(index, tally, reading, letIn(index, parsed, allowed, options, reading.leftOut), options)
      : [];
  return { words, reading, tally, candidates, unknownValues };
}

function wordsIn(index: SearchIndex, { pieces }: ParsedQuery): { word: Word; isExact: boolean }[] {
  return pieces.flatMap(({ text, isPhrase }) => {
    const words = wordsOf(text);
    return (isPhrase ? words : segmented(index, words)).map((word) => ({ word, isExact: isPhrase }));
  });
}

function tallied(index: SearchIndex, reading: Reading, words: Corrected): Tally {
  const { units } = reading;
  const { expansions, unknown } = words;
  const tally = new Tally(
    index,
    [...expansions.values()].some(({ word, alternatives }) => !word.isCjk && alternatives.length === 0),
  );
  const asked = units.filter(({ isOptional }) => !isOptional).length;
  const isLong = asked >= LONG && MOST_UNKNOWN * asked >= unknown.size;
  for (const { words: own, concepts, isOptional, isByTopic } of units) {
    const found = own.flatMap((word) => expansions.get(word) ?? []);
    const looked = isByTopic ? found.map((expansion) => ({ ...expansion, alternatives: [] })) : found;
    tally.add(withoutBoundaries(looked), concepts, isOptional, isLong);
  }
  if (!isName(reading))
    tally.ask(
      askedFor(
        index,
        askedWords(units, words),
        units.some(({ key }) => isSubject(key)),
      ),
    );
  return tally;
}

/** Is the question the own name of a topic, a term or a thing, and no more? Then nothing else is meant. */
function isName({ units, wishes }: Reading): boolean {
  const [first, ...others] = units.filter(({ isOptional }) => !isOptional);
  return (
    first !== undefined && others.length + wishes.length === 0 && first.concepts.some(({ weight }) => weight >= THING)
  );
}

/** The words that a phrase may have in common with a question: all but wishes and what joins others. */
function askedWords(units: Reading['units'], { tokens, expansions }: Corrected): AskedWord[] {
  const fillers = tokens
    .filter(({ isFiller, word }) => isFiller && !isJoining(word.text))
    .flatMap(({ parts }) => parts)
    .map((word) => ({ ...word, isFiller: true, isStrange: false }));
  const asked = units
    .filter(({ isOptional, key }) => !isOptional || isVague(key))
    .flatMap(({ words, concepts }) => {
      const isNamed = concepts.length > 0;
      return words.map((word) => {
        const isStrange = !isNamed && (expansions.get(word)?.alternatives.length ?? 0) === 0;
        return { ...word, isFiller: false, isStrange };
      });
    });
  return [...asked, ...fillers];
}

/**
 * Chinese is written without spaces: in 模型监控工具 the pair 控工 belongs to no word. A pair that no entry has is taken
 * for such a boundary when pairs of the same run on both sides of it are known.
 */
function withoutBoundaries(expansions: readonly Expansion[]): Expansion[] {
  const isKnown = ({ alternatives }: Expansion): boolean => alternatives.length > 0;
  return expansions.filter((expansion, at) => {
    if (!expansion.word.isCjk || isKnown(expansion)) return true;
    const isSameRun = ({ word }: Expansion): boolean => word.typed === expansion.word.typed;
    const before = expansions.slice(0, at).filter(isSameRun);
    const after = expansions.slice(at + 1).filter(isSameRun);
    return !(before.some(isKnown) && after.some(isKnown));
  });
}

/** Filters, phrases and exclusions in the question, and those that the caller has. */
function letIn(
  index: SearchIndex,
  { pieces, excluded }: ParsedQuery,
  allowed: EntrySet | undefined,
  { kinds, keep }: SearchOptions,
  leftOut: readonly number[],
): (entry: number) => boolean {
  const inside = intersection([
    ...(allowed ? [allowed] : []),
    ...pieces.filter(({ isPhrase }) => isPhrase).map(({ text }) => entriesWithPhrase(index, text)),
    ...excluded.map((words) => complement(entriesSpeakingOf(index, words))),
  ]);
  return (entry) => {
    if ((inside && !inside[entry]) || leftOut.includes(entry)) return false;
    const kind = kindOf(index, entry);
    if (kinds && !(kind && kinds.includes(kind))) return false;
    return !keep || keep(index.ids[entry] ?? '');
  };
}

/** A second reading, for the hits that are given only: to note terms in the first would cost the most where it is slowest. */
function termsByEntry(
  index: SearchIndex,
  expansions: readonly Expansion[],
  wanted: ReadonlySet<number>,
): Map<number, Set<string>> {
  const terms = new Map(Array.from(wanted, (entry) => [entry, new Set<string>()]));
  for (const { term, postings } of expansions.flatMap(({ alternatives }) => alternatives)) {
    forEachPosting(index, postings, (entry) => terms.get(entry)?.add(term));
  }
  return terms;
}
