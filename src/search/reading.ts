import { asksInstead, instead } from './alternatives';
import { conceptsNamed, type Concept } from './concepts';
import { dateWords } from './dates';
import { explained } from './definitions';
import { findTerm } from './dictionary';
import { isAudience, isEither, isJoining, isSubject, isVague } from './fillers';
import { facetValue } from './facet-value';
import { valuesOf } from './filters';
import { BEGINNING, DEFINITION, isAmbiguous, isGathering, wishOf, withMeant, type Wish } from './intent-words';
import { keyOf, longestName } from './name-key';
import type { QueryWord, Token } from './query-words';
import { isMeaning, type SearchIndex } from './search-index';

/** Words of the question that stand for one thing. */
export interface Unit {
  readonly words: readonly QueryWord[];
  /** Topics and terms that they name. */
  readonly concepts: readonly Concept[];
  /** They say how the entries should be, not what about: an entry need not have them. */
  readonly isOptional: boolean;
  /** They say whom it is for. */
  readonly isFor?: boolean;
  /** Its words as `nameKey` writes them. */
  readonly key: string;
  /** Its words stand for what the thing that they name is about, and are not looked for. */
  readonly isByTopic?: boolean;
}

/** What a question means. */
export interface Reading {
  readonly units: readonly Unit[];
  /** One for each field. */
  readonly wishes: readonly Wish[];
  /** Names that the question may be, whole: all its words, and those that say what about. */
  readonly keys: readonly string[];
  /** Of these, names of what is asked for itself: of all words, and of the thing whose meaning is asked. */
  readonly asked: readonly string[];
  /** Numbers of what it names, but asks others for. */
  readonly leftOut: readonly number[];
  /** Some of it stands in quotes. */
  readonly hasExact: boolean;
  /** Of several things that it names each is an answer. */
  readonly isEither: boolean;
  /** What a name that is still being typed begins with; empty where nothing is. */
  readonly beginning: string;
}

/** Words after which a name is that of a place, whatever else it is. */
const PLACE_WORDS: ReadonlySet<string> = new Set(['in', 'near', 'at', 'from', 'around']);
/** As `nameKey` writes it. */
const MLOPS = 'mlop';
const MOST_WISH_WORDS = 4;
const MOST_PLACE_WORDS = 3;
/** From so many other words on, vague ones are not asked for. */
const LEAST_TELLING = 2;

/** What a stretch of tokens turned out to be. */
interface Found {
  readonly count: number;
  readonly wish?: Wish | undefined;
  readonly concepts?: readonly Concept[] | undefined;
}

/**
 * Reads a question: which of its words name a topic or term, and which say what kind of thing is wanted, for how much,
 * where and when. A stretch that is a name is read as one, whatever its words mean: `online store` asks for nothing online.
 * @param isLiteral no word is a wish
 * @param today YYYY-MM-DD where the reader is, asked for where a word needs it
 */
export function readTokens(
  index: SearchIndex,
  tokens: readonly Token[],
  isLiteral: boolean,
  today: (() => string) | undefined,
): Reading {
  const units: Unit[] = [];
  const wishes: Wish[] = [];
  const content: Token[] = [];
  const hasGathering = tokens.some(({ word }) => isGathering(word.text));
  for (let at = 0; at < tokens.length;) {
    const found = readAt(index, tokens, at, { isLiteral, hasGathering, today });
    const taken = tokens.slice(at, at + found.count).filter(({ isFiller }) => !isFiller || found.concepts);
    at += found.count;
    if (found.wish) wishes.push(found.wish);
    else content.push(...taken);
    if (taken.length === 0) continue;
    const words = taken.flatMap(({ parts }) => parts);
    const key = keyOf(taken.map(({ word }) => word));
    const isFor = tokens[at - found.count - 1]?.word.text === 'for' && isAudience(taken.at(-1)?.word.text ?? '');
    units.push({ words, key, concepts: found.concepts ?? [], isOptional: found.wish !== undefined, isFor });
  }
  // Nothing but fillers: then they are what is looked for.
  if (units.length === 0 && wishes.length === 0) {
    units.push(
      ...tokens.map(({ word, parts }) => ({ words: parts, key: keyOf([word]), concepts: [], isOptional: false })),
    );
  }
  const words = tokens.map(({ word }) => word);
  const isInstead = !isLiteral && asksInstead(words.map(({ text }) => text));
  const meant = isInstead ? instead(index, units) : { units, leftOut: [] };
  // What are alternatives to it: no word is to be explained.
  const wanted = withMeant(isInstead ? wishes.filter(({ label }) => label !== DEFINITION) : wishes);
  const keys = [keyOf(words), keyOf(content.map(({ word }) => word))];
  return {
    units: withoutRepeats(
      vagueOptional(
        audienceOptional(
          subjectOptional(wanted.length > 0 ? meant.units : meant.units.map(strict), wanted.length > 0),
          wanted.length > 0,
        ),
        wanted.length > 0,
      ),
    ),
    wishes: merged(wanted.length === 0 ? [] : [...wanted, ...subjectWishes(index, meant.units)]).map((wish) =>
      explained(index, wish, keys.at(-1)),
    ),
    keys: [...new Set(keys)].filter(Boolean),
    asked: wanted.some(({ label }) => label === DEFINITION) ? keys : keys.slice(0, 1),
    isEither: tokens.some(({ word }) => isEither(word.text)),
    leftOut: meant.leftOut,
    hasExact: tokens.some(({ parts }) => parts.some(({ isExact }) => isExact)),
    beginning: tokens.at(-1)?.parts.at(-1)?.isExact === false ? keyOf(words.slice(0, -1)) + lastAsTyped(words) : '',
  };
}

/** What holds for the whole question. */
interface Asked {
  readonly isLiteral: boolean;
  /** It names a kind of event. */
  readonly hasGathering: boolean;
  readonly today: (() => string) | undefined;
}

function readAt(
  index: SearchIndex,
  tokens: readonly Token[],
  at: number,
  { isLiteral, hasGathering, today }: Asked,
): Found {
  if (tokens[at]?.parts[0]?.isExact) return { count: 1 };
  const rest = tokens.slice(at);
  const isAll = (count: number): boolean =>
    tokens.every((token, other) => token.isFiller || (other >= at && other < at + count));
  const name = conceptAt(index, rest, isLiteral);
  const isLate = BEGINNING.has(tokens[at]?.word.text ?? '') && tokens.slice(0, at).some(({ isFiller }) => !isFiller);
  const isOther = isAmbiguous(tokens[at]?.word.text ?? '') && !hasGathering;
  // A conference in spring is `spring conference`, too, and one in Phoenix `phoenix conference`.
  const before = hasGathering ? 'in' : tokens[at - 1]?.word.text;
  const wish = isLiteral || isLate || isOther ? undefined : wishAt(index, rest, before, today);
  if (name && (!wish || isAll(name.count) || name.count > wish.count)) return name;
  return wish ?? { count: 1 };
}

function conceptAt(index: SearchIndex, tokens: readonly Token[], isLiteral: boolean): Found | undefined {
  const keyFor = (count: number): string => keyOf(tokens.slice(0, count).map(({ word }) => word));
  if (tokens[0]?.isFiller) return undefined;
  const namedBy = (count: number): Concept[] => {
    const concepts = conceptsNamed(index, keyFor(count));
    // LLM Course is one course; who types `llm course` wishes for courses, and finds it among them by its whole name.
    const last = tokens[count - 1]?.word.text ?? '';
    const isWish = count > 1 && !isLiteral && !BEGINNING.has(last) && wishOf(last)?.field === 'kind';
    return isWish ? concepts.filter(({ entry }) => isMeaning(index, entry)) : concepts;
  };
  const isName = (count: number): boolean =>
    !tokens.slice(0, count).some(({ parts }) => parts[0]?.isExact) &&
    !isJoining(tokens[count - 1]?.word.text ?? '') &&
    (isSubject(keyFor(count)) || (!tokens[count - 1]?.isFiller && namedBy(count).length > 0));
  const count = longestName(tokens.length, isName);
  return count === 0 ? undefined : { count, concepts: namedBy(count) };
}

function wishAt(
  index: SearchIndex,
  tokens: readonly Token[],
  before: string | undefined,
  today: (() => string) | undefined,
): Found | undefined {
  const texts = tokens.slice(0, MOST_WISH_WORDS).map(({ word }) => word.text);
  const date = dateWords(texts, before, today);
  if (date) return { count: date.count, wish: dateWish(index, date, today) };
  for (let count = texts.length; count > 0; count -= 1) {
    const wish = wishOf(texts.slice(0, count).join(' '));
    if (wish) return { count, wish };
  }
  for (let count = Math.min(MOST_PLACE_WORDS, texts.length); count > 0; count -= 1) {
    const wish = placeWish(index, tokens.slice(0, count), before);
    if (wish) return { count, wish };
  }
  return undefined;
}

/** A month or a season without a year is the one to come, where anything is known of then. */
function dateWish(
  index: SearchIndex,
  { label, facet }: { label: string; facet: string },
  today: (() => string) | undefined,
): Wish {
  const facets = facet.split(' ').flatMap((one) => {
    const [name = '', value = ''] = one.split(':');
    if (!value.startsWith('*')) return one;
    return valuesOf(index, name).flatMap((month) => (month.endsWith(value.slice(1)) ? `${name}:${month}` : []));
  });
  const isOfAnyYear = facet.includes(':*');
  const coming = isOfAnyYear && today ? withinYear(facets, today().slice(0, 7)) : [];
  return { field: 'when', label, facets: coming.length > 0 ? coming : facets };
}

/** @param from YYYY-MM */
function withinYear(facets: readonly string[], from: string): string[] {
  const end = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;
  return facets.filter((one) => one >= `month:${from}` && one < `month:${end}`);
}

function placeWish(index: SearchIndex, tokens: readonly Token[], before: string | undefined): Wish | undefined {
  const text = tokens.map(({ word }) => word.text).join(' ');
  const facet = `place:${facetValue(text)}`;
  if (!findTerm(index.facets, facet)) return undefined;
  // Phoenix is a city, and the name of a tool.
  const isName = findTerm(index.names, keyOf(tokens.map(({ word }) => word))) !== undefined;
  if (isName && !(before !== undefined && PLACE_WORDS.has(before))) return undefined;
  return { field: 'place', label: `place ${text}`, facets: [facet] };
}

/** `mlops` in `mlops podcast` and `mlops monitoring` asks for little: nearly all that the catalogue has is about it. */
function subjectOptional(units: readonly Unit[], hasWish: boolean): Unit[] {
  const isAll = units.every(({ isOptional, key }) => isOptional || isSubject(key));
  if (isAll && !hasWish) return [...units];
  return units.map((unit) => (isSubject(unit.key) ? { ...unit, isOptional: true } : unit));
}

/** `slack group for data scientists` is about what they talk of, and not about them. */
function audienceOptional(units: readonly Unit[], hasWish: boolean): Unit[] {
  return units.map((unit) => (hasWish && unit.isFor === true ? { ...unit, isOptional: true } : unit));
}

/**
 * `mlops` beside a wish is one, too: courses for beginners are many, and those about MLOps are meant. (Nearly all is about
 * machine learning, so that says nothing.)
 */
function subjectWishes({ ids }: SearchIndex, units: readonly Unit[]): Wish[] {
  return units
    .filter(({ key }) => key === MLOPS)
    .flatMap(({ concepts }) => concepts.map(({ entry }) => ids[entry] ?? ''))
    .map((topic) => ({ field: 'topic', label: `topic ${topic}`, facets: [`topic:${topic}`] }));
}

/** Among several words, or beside a wish, those that are said of nearly everything decide little. */
function vagueOptional(units: readonly Unit[], hasWish: boolean): Unit[] {
  const isOpen = ({ key, concepts, words }: Unit): boolean =>
    concepts.length === 0 && !words.some(({ isExact }) => isExact) && isVague(words[0]?.typed ?? key);
  const telling = units.filter((unit) => !unit.isOptional && !isOpen(unit));
  const isTold = hasWish || telling.length >= LEAST_TELLING || telling.some(({ concepts }) => concepts.length > 0);
  return !isTold ? [...units] : units.map((unit) => (isOpen(unit) ? { ...unit, isOptional: true } : unit));
}

/** Who types the name of a tool, and wishes for nothing, does not ask for all of the topic that it belongs to. */
function strict(unit: Unit): Unit {
  const sure = unit.concepts.filter(({ isLoose }) => isLoose !== true);
  return sure.length > 0 ? { ...unit, concepts: sure } : unit;
}

/** Wishes of one field are alternatives. */
function merged(wishes: readonly Wish[]): Wish[] {
  const byField = new Map<string, Wish>();
  for (const wish of wishes) {
    const before = byField.get(wish.field);
    const isNew = before && before.label !== wish.label;
    byField.set(wish.field, {
      field: wish.field,
      label: isNew ? `${before.label} or ${wish.label}` : wish.label,
      facets: [...new Set([...(before?.facets ?? []), ...wish.facets])],
    });
  }
  return [...byField.values()];
}

/** Of equal words the last one stays, for it alone can be the one still being typed. */
function withoutRepeats(units: readonly Unit[]): Unit[] {
  const keyFor = ({ words, isOptional }: Unit): string => [isOptional, ...words.map(({ term }) => term)].join(' ');
  return [...new Map(units.map((unit) => [keyFor(unit), unit])).values()];
}

/** The last word without its plural taken off: what follows may still be typed. */
function lastAsTyped(
  words: readonly { readonly text: string; readonly parts: readonly string[]; readonly isCjk: boolean }[],
): string {
  const last = words.at(-1);
  return last === undefined ? '' : last.isCjk ? last.text : last.parts.join('');
}
