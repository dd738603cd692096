import { agreeing } from './agreeing';
import type { SearchOptions } from './answer';
import { entriesWith, type EntrySet } from './entry-set';
import { comingAsWished, isForEvents } from './coming-as-wished';
import { WISH_WEIGHTS, type Wish } from './intent-words';
import { nameShares, namedExactly } from './names';
import { COMPLETE, KIND_FACTORS, PROMINENCE_SHARE, wordless, type Candidate } from './rank';
import type { Reading } from './reading';
import { isSubject, sameSubject } from './same-subject';
import { isMeaning, kindOf, prominenceOf, type SearchIndex } from './search-index';
import type { Tally } from './tally';

/** Where no more than so many entries have all words, and are as wished for, those that lack one of several follow. */
const FEW = 10;
/**
 * Share of a question, by rarity, that an entry must have when it lacks a word: beside entries with all, the same where
 * it is all that was wished for, and alone.
 */
const LACKING = { beside: 0.45, wished: 0.4, alone: 0.5 };
/** Share of a question from which an entry stands beside those that have all of it, by what its words are worth. */
const MOST_WORDS = 0.85;
/** The same of how much it is asked for in other words. */
const MUCH_ASKED = 0.004;
/** What lacks words is worth less than its share of them. */
const COVERAGE_POWER = 1.5;
/** What a whole name is worth, in parts of all words. */
const NAME_SHARE = 0.55;
/** What every entry has that is only wished for; what it is called still tells it from others. */
const WISHED = 0.5;
/** `events in berlin` asks for days that can still be gone to, before the series that they belong to. */
const COMING = 1.3;
const GONE = 0.5;
/** An event where people of the field also go, against one about the field. */
const ADJACENT = 0.9;
/** What events that have not the words are worth beside those that have, while they are all that was wished for. */
const WISHED_ONLY = 1e-3;
/** Share of the wishes from which an entry is an answer to a question of wishes only. */
const MOST_WISHES = 0.5;

/** Entries with all words of a question, or else with the most of them, each with its score. */
export function candidatesOf(
  index: SearchIndex,
  tally: Tally,
  reading: Reading,
  isLetIn: (entry: number) => boolean,
  options: SearchOptions,
): readonly Candidate[] {
  const { isPast } = options;
  const shares = nameShares(index, reading.keys, reading.beginning);
  const named = new Set(reading.asked.flatMap((key) => [...namedExactly(index, key)]));
  const wishes = wishShares(index, reading.wishes, options);
  const either = new Set(
    reading.isEither && !reading.wishes.some(({ field }) => field === 'kind')
      ? entriesNamed(index, reading).filter(isLetIn)
      : [],
  );
  const entries = entriesIn(index, tally, reading, wishes, isLetIn);
  const adjacent = entriesWith(index.ids.length, index.facets, ['relevance:adjacent']);
  const prominenceShare = tally.most === 0 ? PROMINENCE_SHARE.alone : PROMINENCE_SHARE.beside;
  const asked = either.size > 0 ? [...new Set([...entries, ...either])] : entries;
  const judged = asked.map((entry): Candidate => {
    const kind = kindOf(index, entry);
    const isOver = kind === 'event' ? isPast?.(index.ids[entry] ?? '') : undefined;
    // Nothing but wishes says which of them: then it matters more that they are still to come.
    const ofTime = tally.most > 0 || isOver === undefined ? 1 : isOver ? GONE : COMING;
    const ofKind = ((kind && KIND_FACTORS[kind]) ?? 1) * (adjacent[entry] ? ADJACENT : 1) * ofTime;
    const isNamed = named.has(entry) || either.has(entry);
    const coverage = isNamed ? 1 : tally.coverage(entry);
    const base = tally.score(entry) + NAME_SHARE * tally.most * (shares[entry] ?? 0) + (tally.most === 0 ? WISHED : 0);
    const words = base * (isNamed ? 1 : tally.literalCoverage(entry)) ** COVERAGE_POWER;
    const asked = tally.askedScore(entry);
    return {
      entry,
      base,
      lacking: base === 0 ? 1 : words / base,
      asked,
      score: (words + asked) * ofKind * (1 + prominenceShare * prominenceOf(index, entry)),
      ofKind,
      agrees: 1,
      coverage,
      hasMost: isNamed || tally.literalCoverage(entry) >= MOST_WORDS || tally.askedShare(entry) >= MUCH_ASKED,
      wish: wishes[entry] ?? 0,
      isNamed,
      isPast: isOver,
      words: tally.wordsOf(entry),
    };
  });
  if (judged.length === 0) return judged;
  // While a name is being typed the best are many things, and there is nothing that they agree on.
  const isTyped = reading.beginning !== '' && reading.units.length === 1 && !isSubject(reading);
  const found = isTyped ? judged : agreeing(index, judged);
  const near = (count: number, isIn: (entry: number) => boolean, isWished = false): Candidate[] =>
    count <= 0 ? [] : sameSubject(index, found, count, isIn, isPast, isWished);
  if (tally.most > 0 && isForEvents(reading.wishes)) {
    const isFound = new Set(found.map(({ entry }) => entry));
    const isOfAny = !reading.units.some(({ isOptional, concepts }) => !isOptional && concepts.length > 0);
    const hasSubject = (entry: number): boolean => isOfAny || tally.coverage(entry) > 0;
    const coming = comingAsWished(index, wishes, isPast, hasSubject);
    const worth = (entry: number): number =>
      (1 + tally.score(entry) + tally.askedScore(entry)) * (adjacent[entry] ? ADJACENT : 1);
    const more = (coming ?? [])
      .filter((entry) => !isFound.has(entry) && isLetIn(entry))
      .map((entry) => ({ ...wordless(entry, WISHED_ONLY * worth(entry), false), wish: 1, isWishedOnly: true }));
    if (coming) return [...found, ...more];
  }
  const kind = reading.wishes.find(({ field }) => field === 'kind');
  if (tally.most > 0 && kind) {
    // Few podcasts speak of it: others of the same subject are nearer to the wish than what is no podcast.
    const isOfKind = fulfilling(index, kind, options);
    const count = FEW - found.filter(({ entry }) => isOfKind[entry]).length;
    const more = near(count, (entry) => isOfKind[entry] === 1 && isLetIn(entry), true);
    return [...found, ...more.map((one) => ({ ...one, wish: wishes[one.entry] ?? 0 }))];
  }
  return isSubject(reading) || tally.hasHints ? [...found, ...near(FEW - found.length, isLetIn)] : found;
}

function entriesIn(
  index: SearchIndex,
  tally: Tally,
  reading: Reading,
  wishes: Float64Array,
  isLetIn: (entry: number) => boolean,
): number[] {
  if (tally.most === 0) {
    const all = Array.from(index.ids.keys());
    // Filters or wishes only.
    if (reading.wishes.length === 0) return all.filter(isLetIn);
    const text = tally.allWords;
    const wished = (least: number): number[] =>
      all.filter((entry) => ((wishes[entry] ?? 0) >= least || tally.wordsOf(entry) === text) && isLetIn(entry));
    const most = wished(MOST_WISHES);
    return most.length > 0 ? most : all.filter((entry) => (wishes[entry] ?? 0) > 0 && isLetIn(entry));
  }
  const { touched } = tally;
  const complete = touched.filter((entry) => tally.coverage(entry) >= COMPLETE && isLetIn(entry));
  const hasWish = reading.wishes.length > 0;
  const isWished = (entry: number): boolean => !hasWish || (wishes[entry] ?? 0) >= COMPLETE;
  if (complete.filter(isWished).length >= FEW) {
    // What lacks more comes behind these all the same.
    return hasWish ? complete : touched.filter((entry) => tally.coverage(entry) >= LACKING.alone && isLetIn(entry));
  }
  if (complete.length > 0) {
    const asked = reading.units.filter(({ isOptional }) => !isOptional);
    // Of a single word an entry lacks only as much as a hint leaves open.
    if (hasWish && asked.length < 2) return complete;
    const least = hasWish ? LACKING.wished : LACKING.beside;
    const isComplete = new Set(complete);
    const mayFollow = (entry: number): boolean => isWished(entry) && tally.coverage(entry) >= least;
    // Beside an operator for Ray, Ray.
    const things = new Set(hasWish ? [] : thingsIn(reading));
    return touched.filter(
      (entry) => isComplete.has(entry) || ((mayFollow(entry) || things.has(entry)) && isLetIn(entry)),
    );
  }
  if (tally.isElsewhere && !isOfThisField(index, reading)) return [];
  const most = touched.filter((entry) => tally.coverage(entry) >= LACKING.alone && isLetIn(entry));
  const named = entriesNamed(index, reading, (entry, words) => words > 1 || !isMeaning(index, entry));
  return [...new Set([...most, ...named.filter(isLetIn)])];
}

/**
 * Does the question name topics or terms in more than one word? Then it is about these, whatever else its words are said of
 * elsewhere. One word may be somebody else's: an `audit` is also one of accounts.
 */
function isOfThisField(index: SearchIndex, { units }: Reading): boolean {
  const named = units.filter(
    ({ isOptional, concepts }) =>
      !isOptional && concepts.some(({ entry, isLoose }) => isLoose !== true && isMeaning(index, entry)),
  );
  return named.reduce((sum, { words }) => sum + words.length, 0) > 1;
}

/** The topics, terms, tools and the like that a question names. */
const thingsIn = ({ units }: Reading): number[] => units.flatMap(({ concepts }) => concepts.map(({ entry }) => entry));

/**
 * What a question names among other words: the tool of `kubeflow xyzzy`, both of `prometheus grafana`.
 * @param isMeant asked with the count of words of the name: `container` and `agent` have meanings elsewhere
 */
function entriesNamed(
  index: SearchIndex,
  { units }: Reading,
  isMeant: (entry: number, words: number) => boolean = () => true,
): number[] {
  const named = units.flatMap(({ key, isOptional, words }) =>
    isOptional ? [] : [...namedExactly(index, key)].filter((entry) => isMeant(entry, words.length)),
  );
  return [...new Set(named)].sort((a, b) => a - b);
}

/** How far each entry is what was wished for, 0 to 1, each wish by its weight. */
function wishShares(index: SearchIndex, wishes: readonly Wish[], options: SearchOptions): Float64Array {
  const size = index.ids.length;
  const shares = new Float64Array(size);
  const all = wishes.reduce((sum, { field }) => sum + WISH_WEIGHTS[field], 0);
  for (const wish of withCallMonths(index, wishes, options)) {
    fulfilling(index, wish, options).forEach((is, entry) => {
      if (is) shares[entry] = (shares[entry] ?? 0) + WISH_WEIGHTS[wish.field] / all;
    });
  }
  return shares;
}

/** `deadlines in december` asks when calls close, and `cfps for may` when events are: both fulfil it. */
function withCallMonths({ ids }: SearchIndex, wishes: readonly Wish[], { openCalls }: SearchOptions): readonly Wish[] {
  const isAsked = openCalls && wishes.some(({ field }) => field === 'call');
  if (!isAsked) return wishes;
  return wishes.map((wish) => {
    if (wish.field !== 'when') return wish;
    const isThen = (month: string): boolean =>
      wish.facets.includes(`month:${month}`) || wish.facets.includes(`year:${month.slice(0, 4)}`);
    return { ...wish, entries: [...ids.keys()].filter((entry) => openCalls(ids[entry] ?? '').some(isThen)) };
  });
}

/** The entries that are as wished for. */
export function fulfilling(
  index: SearchIndex,
  { field, facets, entries = [] }: Wish,
  { isPast, openCalls }: SearchOptions,
): EntrySet {
  const eventsThat = (is: (id: string) => boolean): EntrySet =>
    Uint8Array.from(index.ids, (id, entry) => Number(kindOf(index, entry) === 'event' && is(id)));
  if (field === 'ahead') return eventsThat((id) => isPast?.(id) === false);
  if (field === 'call') return eventsThat((id) => (openCalls?.(id) ?? []).length > 0);
  const set = entriesWith(index.ids.length, index.facets, facets);
  for (const entry of entries) set[entry] = 1;
  return set;
}
