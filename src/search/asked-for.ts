import { askedTerm, BEFORE, forEachOwner, isElsewhere, ownersIn, rarityAt, wantedIn, type Numbered } from './asked';
import { findTerm } from './dictionary';
import { Points } from './points';
import { inEnglish } from './in-english';
import type { QueryWord } from './query-words';
import { ABOUT_SCALE, forEachEntry, isMeaning, type SearchIndex } from './search-index';

/** A word of the question, with what it is to the rest of it. */
export interface AskedWord extends QueryWord {
  /** It is one of those that people say around a question; a phrase may have it, but need not. */
  readonly isFiller: boolean;
  /** No entry has it. */
  readonly isStrange: boolean;
}

/** What a word counts, in parts of its rarity, that stands in the phrases and is mostly said without meaning much. */
const FILLER = 0.6;
/** The same of one that stands in no phrase: the more, the surer the question is about something else. */
const UNKNOWN = { word: 0.8, strange: 1.33, pair: 0.2, strangePair: 0.4 };
/** How far what a question in Chinese means in English is believed, in parts of what its characters say. */
const ENGLISH = 0.6;
/** Below this nothing is meant: in words that entries have, and beside one that none has, which may change all that is said. */
const LEAST_SURE = { known: 0.01, strange: 0.03 };
/** What the words for it add up to, then. */
const LEAST_SUM = { known: sumFor(LEAST_SURE.known), strange: sumFor(LEAST_SURE.strange) };
/** Something of another field is meant where that is as sure as this, in parts of what is surest otherwise; also of a question that says `ai`. */
const ELSEWHERE = { plain: 0.8, ofSubject: 1.5 };
/** From here on what leads the answer is as good as any. What is meant less surely is worth less, but not as much less. */
const SURE = 0.2;
const SURE_CURVE = 0.5;
/** What a phrase names. With a topic what leads under it is half as much asked for; what is only about it, less. */
const NAMED = 0.75;
const ABOUT_SHARE = 0.47;
const ABOUT_CURVE = 0.84;
/** By how much it is about it. */
const ABOUT_SHARES = Array.from(
  { length: ABOUT_SCALE + 1 },
  (_, steps) => ABOUT_SHARE * (steps / ABOUT_SCALE) ** ABOUT_CURVE,
);
/**
 * What answers a need was chosen for just that, and what is about a topic for no question at all: so the first counts
 * twice. Each further one counts less; what is good besides, about half. However long a list is, what stands there answers.
 */
const BEST = { first: 2, step: 0.06 };
const GOOD = { first: 1, step: 0.04 };
const LEAST_ANSWER = 0.1;
/** What is asked for less than this, against the most, is not worth a place. */
const LEAST_SHARE = 0.02;

/** An ending that takes more letters off is none, where nothing has the word: `expirement` is no form of expire. */
const LONGEST_ENDING = 4;

/** Is anything asked for with this word? */
export function isAskedWith({ asked }: SearchIndex, word: QueryWord): boolean {
  const term = askedTerm(word.term);
  return !word.isExact && word.term.length - term.length <= LONGEST_ENDING && findTerm(asked.terms, term) !== undefined;
}

/**
 * What people ask for in such words, without naming it: the entries for which the words speak, and with a topic or term
 * what is about it, most of all what leads there. Where several are meant, what belongs to more of them comes before.
 * @param namesSubject the question says `ai` or the like, so it is the less likely of another field
 * @returns for each entry how much it is asked for, above 0, at most 1; undefined where the words speak of another field
 */
export function askedFor(index: SearchIndex, words: readonly AskedWord[], namesSubject = false): Points | undefined {
  const english = inEnglish(index.asked, words);
  const all = english ? meantEitherWay(meantBy(index, words), meantBy(index, english)) : meantBy(index, words);
  if (isOfAnotherField(all, namesSubject ? ELSEWHERE.ofSubject : ELSEWHERE.plain)) return undefined;
  const meant = all.filter((one) => !isElsewhere(one));
  const sums = new Points(index.ids.length);
  for (const one of meant) addAnswers(index, sums, one);
  return sums.inPartsOf(Math.min(1, surestOf(meant) / SURE) ** SURE_CURVE, LEAST_SHARE);
}

/** What may be meant, with how surely it is, above 0, below 1. */
interface Meant extends Numbered {
  /** The number of what is asked for. */
  readonly owner: number;
  readonly sureness: number;
}

const surestOf = (meant: readonly Meant[]): number =>
  meant.reduce((surest, { sureness }) => Math.max(surest, sureness), 0);

function isOfAnotherField(meant: readonly Meant[], least: number): boolean {
  const elsewhere = surestOf(meant.filter(isElsewhere));
  return elsewhere > 0 && elsewhere >= least * surestOf(meant.filter((one) => !isElsewhere(one)));
}

/** An entry has as much as it is meant, and with a topic or term what is about it a part; a need gives what answers it. */
function addAnswers(index: SearchIndex, sums: Points, { best, good, sureness }: Meant): void {
  const [entry, ...others] = [...best, ...good];
  if (entry === undefined) return;
  if (others.length > 0) {
    const give = (entries: readonly number[], { first, step }: typeof BEST): void =>
      entries.forEach((one, place) => sums.add(one, sureness * Math.max(LEAST_ANSWER, first - step * place)));
    give(best, BEST);
    give(good, GOOD);
    return;
  }
  sums.add(entry, NAMED * sureness);
  const about = isMeaning(index, entry) && findTerm(index.facets, `about:${index.ids[entry] ?? ''}`);
  if (!about) return;
  forEachEntry(index.facets, about.postings, (other, steps) => {
    if (other !== entry) sums.add(other, sureness * (ABOUT_SHARES[steps] ?? 0));
  });
}

/** A question in Chinese is read twice, by its characters and in English: what both readings say is the surer for it. */
function meantEitherWay(byCharacters: readonly Meant[], byEnglish: readonly Meant[]): readonly Meant[] {
  const meant = new Map(byCharacters.map((one) => [one.owner, one]));
  for (const one of byEnglish) {
    const before = meant.get(one.owner)?.sureness ?? 0;
    meant.set(one.owner, { ...one, sureness: 1 - (1 - before) * (1 - ENGLISH * one.sureness) });
  }
  return [...meant.values()];
}

function meantBy({ asked }: SearchIndex, words: readonly AskedWord[]): Meant[] {
  if (words.some(({ isExact }) => isExact)) return [];
  const spoken = new Map(words.map((word) => [askedTerm(word.term), word]));
  const read = Array.from(spoken, ([term, word]) => {
    const at = findTerm(asked.terms, term);
    if (!at) return { rarity: asked.unknown * unknownShare(word), postings: undefined };
    return { rarity: rarityAt(asked, at.postings) * (word.isFiller ? FILLER : 1), postings: at.postings };
  });
  const length = Math.hypot(...read.map(({ rarity }) => rarity));
  const least = words.some(({ isStrange }) => isStrange) ? LEAST_SUM.strange : LEAST_SUM.known;
  const owners = ownersIn(asked);
  const sums = new Points(owners.length);
  for (const { rarity, postings } of read) {
    const share = rarity / length;
    if (postings !== undefined) forEachOwner(asked, postings, (owner, weight) => sums.add(owner, weight * share));
  }
  return sums.entries
    .filter((owner) => sums.of(owner) >= least)
    .map((owner) => ({
      owner,
      ...wantedIn(owners[owner] ?? ''),
      sureness: 1 / (1 + Math.exp(-BEFORE - sums.of(owner))),
    }));
}

/** The other way round than a sum makes one sure. */
function sumFor(sureness: number): number {
  return Math.log(sureness / (1 - sureness)) - BEFORE;
}

function unknownShare({ isCjk, isStrange, isFiller }: AskedWord): number {
  if (isFiller) return 0;
  // A pair of characters is often none: in 多人抢卡 there is no word 人抢.
  if (isCjk) return isStrange ? UNKNOWN.strangePair : UNKNOWN.pair;
  return isStrange ? UNKNOWN.strange : UNKNOWN.word;
}
