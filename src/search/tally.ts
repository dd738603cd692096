import { findTerm } from './dictionary';
import { OTHER_FORM, type Alternative } from './expand';
import { NAME, NAMES, TOPIC } from './fields';
import type { QueryWord } from './query-words';
import type { Concept } from './concepts';
import { Points } from './points';
import { rarityOf } from './rarity';
import { ABOUT_SCALE, forEachEntry, forEachPosting, isMeaning, type SearchIndex } from './search-index';

/** What being about a named topic or term adds to having the words themselves. */
const CONCEPT_SHARE = 1;
/** The same where a word only stands in the name of a topic, as `monitoring` in model monitoring, or in a synonym. */
const PART_OF_CONCEPT_SHARE = { name: 0.8, synonym: 0.4 };
/** A word that only says how things should be decides less than what they are about. */
const OPTIONAL_SHARE = 0.45;
/** In a long question a word that nothing has is mostly one of those that people say; else it would weigh the most. */
const UNKNOWN = 0.4;
/** A pair of Chinese characters that nothing has is often none. */
const UNKNOWN_PAIR = 0.5;
/** What is asked for in such words never has quite all of the question. */
const ASKED_COVERS = 0.95;
/** Nor does it have little of it: what is asked for a tenth as much still has two thirds. */
const ASKED_COVERS_CURVE = 0.15;
/** What it is worth to be asked for in such words, in parts of having all of them. */
const ASKED_SHARE = 0.74;
/** A question of common words only, such as `works on my machine`, is worth as much as this when it is a phrase. */
const LEAST_ASKED = 4;

/** A word with what stands for it in the index. */
export interface Expansion {
  readonly word: QueryWord;
  readonly alternatives: readonly Alternative[];
}

/** What one word or concept gave the entries; kept to be explained. */
export interface Contribution {
  readonly label: string;
  readonly rarity: number;
  readonly points: Points;
}

/** Adds up, word by word, what the entries have; only those are looked at that have something. */
export class Tally {
  readonly contributions: Contribution[] = [];
  /** Are there entries that have not a word, but are about what it hints at? */
  hasHints = false;
  /** Do the words speak of another field? Then having some of them is no answer. */
  isElsewhere = false;
  private readonly scores: Points;
  private readonly covered: Points;
  /** The same without what is only hinted at. */
  private readonly had: Points;
  private readonly fieldBits: Uint32Array;
  private readonly wordBits: Uint32Array;
  private asked: Points | undefined;
  private all = 0;
  private words = 0;

  /** @param hasUnknown there is a word in the question that nothing has: then it may be about something else */
  constructor(
    private readonly index: SearchIndex,
    private readonly hasUnknown = false,
  ) {
    const size = index.ids.length;
    this.scores = new Points(size);
    this.covered = new Points(size);
    this.had = new Points(size);
    this.fieldBits = new Uint32Array(size);
    this.wordBits = new Uint32Array(size);
  }

  /** Counts what stands for one thing: its words, each by the best of its alternatives, and the concepts they name. */
  add(expansions: readonly Expansion[], concepts: readonly Concept[], isOptional: boolean, isLong = false): void {
    const about = this.aboutness(concepts);
    let rarities = 0;
    for (const { word, alternatives } of expansions) {
      const longer = new Map<number, number>();
      const namedIn = new Points(this.index.ids.length);
      const points = this.textPoints(alternatives, longer, namedIn);
      const partOf = concepts.length > 0 ? undefined : this.aboutness(conceptsOf(namedIn));
      const found = points.entries.length > 0 ? points : (about ?? partOf);
      const isKnown = found !== undefined && found.entries.length > 0;
      const rarity =
        rarityOf(this.index.ids.length, found?.entries.length ?? 0) * (isKnown ? 1 : unknownShare(word, isLong));
      rarities += rarity;
      for (const entry of partOf?.entries ?? []) points.add(entry, partOf?.of(entry) ?? 0);
      this.count(word.typed, rarity, points, longer, isOptional, about);
    }
    if (about) {
      const label = concepts.map(({ entry }) => this.index.ids[entry]).join(', ');
      this.addPoints(label, rarities * CONCEPT_SHARE, about, isOptional);
    }
  }

  /** Counts the entries that are asked for in such words: see `askedFor`. */
  ask(points: Points | undefined): void {
    this.isElsewhere = points === undefined;
    if (!points) return;
    for (const entry of points.entries) {
      if (this.covered.of(entry) === 0) this.hasHints = true;
      this.covered.raise(entry, this.all * Math.min(ASKED_COVERS, points.of(entry) ** ASKED_COVERS_CURVE));
    }
    this.asked = points;
  }

  /** Share of the question, 0 to 1, that an entry has; each word counts by its rarity. */
  coverage(entry: number): number {
    return this.all === 0 ? 1 : this.covered.of(entry) / this.all;
  }

  /** The same of what it has, and is not only hinted at. */
  literalCoverage(entry: number): number {
    return this.all === 0 ? 1 : this.had.of(entry) / this.all;
  }

  /** The entries that have any of the words that they should have, ascending. */
  get touched(): readonly number[] {
    // As an array of numbers: one of any values is compared by a function, thousands of times.
    return Array.from(Uint32Array.from(this.covered.entries).sort());
  }

  /** Rarities of all words that an entry should have. */
  get most(): number {
    return this.all;
  }

  /** Bits of all words together. */
  get allWords(): number {
    return this.words >= 32 ? -1 >>> 0 : 2 ** this.words - 1;
  }

  /** How much an entry is asked for in such words, 0 to 1. */
  askedShare = (entry: number): number => this.asked?.of(entry) ?? 0;
  /** What that is worth. */
  askedScore = (entry: number): number => Math.max(LEAST_ASKED, this.all) * ASKED_SHARE * this.askedShare(entry);
  score = (entry: number): number => this.scores.of(entry);
  fields = (entry: number): number => this.fieldBits[entry] ?? 0;
  /** A bit for each word that the entry has. */
  wordsOf = (entry: number): number => this.wordBits[entry] ?? 0;

  private count(
    label: string,
    rarity: number,
    points: Points,
    longer: ReadonlyMap<number, number>,
    isOptional: boolean,
    about: Points | undefined,
  ): void {
    const bit = (1 << (this.words++ % 32)) >>> 0;
    if (!isOptional) this.all += rarity;
    const note = (entry: number): void => {
      if (!isOptional) {
        const share = about && about.of(entry) > 0 ? 1 : (longer.get(entry) ?? 1);
        this.covered.add(entry, rarity * share);
        this.had.add(entry, rarity * share);
      }
      this.wordBits[entry] = ((this.wordBits[entry] ?? 0) | bit) >>> 0;
    };
    points.entries.forEach(note);
    about?.entries.filter((entry) => points.of(entry) === 0).forEach(note);
    this.addPoints(label, rarity, points, isOptional);
  }

  private addPoints(label: string, rarity: number, points: Points, isOptional: boolean): void {
    const factor = rarity * (isOptional ? OPTIONAL_SHARE : 1);
    this.contributions.push({ label, rarity: factor, points });
    for (const entry of points.entries) this.scores.add(entry, factor * points.of(entry));
  }

  /**
   * @param longer given the entries that have only longer words, where those say little, each with the weight of the nearest
   * @param namedIn given the topics and terms that have the word in a name, each with how much that says
   */
  private textPoints(alternatives: readonly Alternative[], longer: Map<number, number>, namedIn: Points): Points {
    const points = new Points(this.index.ids.length);
    for (const { postings, weight, isLonger } of alternatives) {
      const isHint = isLonger && this.hasUnknown;
      const isForm = weight >= OTHER_FORM;
      forEachPosting(this.index, postings, (entry, fields, impact) => {
        if (isHint && points.of(entry) === 0) longer.set(entry, weight);
        points.raise(entry, weight * impact);
        this.fieldBits[entry] = (this.fieldBits[entry] ?? 0) | fields;
        if (!isForm || !(fields & NAMES) || !isMeaning(this.index, entry)) return;
        const share = fields & NAME ? PART_OF_CONCEPT_SHARE.name : PART_OF_CONCEPT_SHARE.synonym;
        namedIn.raise(entry, share * weight * impact);
      });
    }
    return points;
  }

  /** How much each entry is about the best of the concepts, 0 to 1. */
  private aboutness(concepts: readonly Concept[]): Points | undefined {
    if (concepts.length === 0) return undefined;
    const { ids, facets } = this.index;
    const best = new Points(ids.length);
    for (const { entry: concept, weight } of concepts) {
      const found = findTerm(facets, `about:${ids[concept] ?? ''}`);
      if (!found) continue;
      const isSubject = isMeaning(this.index, concept);
      forEachEntry(facets, found.postings, (entry, steps) => {
        best.raise(entry, (weight * steps) / ABOUT_SCALE);
        if (isSubject) this.fieldBits[entry] = (this.fieldBits[entry] ?? 0) | TOPIC;
      });
    }
    return best;
  }
}

const conceptsOf = (points: Points): Concept[] => points.entries.map((entry) => ({ entry, weight: points.of(entry) }));

/** What a word counts that nothing has, in parts of its rarity. */
function unknownShare({ isCjk }: QueryWord, isLong: boolean): number {
  return isCjk ? UNKNOWN_PAIR : isLong ? UNKNOWN : 1;
}
