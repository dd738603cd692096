import { findTerm } from './dictionary';
import { OTHER_FORM, type Alternative } from './expand';
import { NAME, NAMES, TOPIC } from './fields';
import type { QueryWord } from './query-words';
import type { Concept } from './concepts';
import { hintedBy } from './hinted';
import { Points } from './points';
import { ABOUT_SCALE, forEachEntry, forEachPosting, isMeaning, type SearchIndex } from './search-index';

/** So far from 0 that a word which every entry has still tells them apart by where they have it. */
const LEAST_RARITY = 0.1;
/** What being about a named topic or term adds to having the words themselves. */
const CONCEPT_SHARE = 1;
/** The same where a word only stands in the name of a topic, as `monitoring` in model monitoring, or in a synonym. */
const PART_OF_CONCEPT_SHARE = { name: 0.8, synonym: 0.3 };
/** A word that only says how things should be decides less than what they are about. */
const OPTIONAL_SHARE = 0.3;
/** In a long question a word that nothing has is mostly one of those that people say; else it would weigh the most. */
const UNKNOWN = 0.4;
/** A hint leaves a little of a word open: what has the word itself comes first. */
const HINT_COVERS = 0.9;
/** How much hints that agree count once more. */
const AGREED = 1.5;

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
  private readonly scores: Points;
  private readonly covered: Points;
  /** The same without what is only hinted at. */
  private readonly had: Points;
  private readonly fieldBits: Uint32Array;
  private readonly wordBits: Uint32Array;
  /** What words hint at: how many do, and how strongly. */
  private readonly hints = new Map<number, { readonly sum: number; readonly words: number }>();
  private all = 0;
  private words = 0;

  constructor(private readonly index: SearchIndex) {
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
      const points = this.textPoints(alternatives);
      const partOf = concepts.length > 0 ? undefined : this.aboutness(this.conceptsWith(alternatives));
      const hints = concepts.length > 0 ? [] : hintedBy(this.index, word);
      const hinted = this.aboutness(hints);
      const found = points.entries.length > 0 ? points : (about ?? partOf ?? hinted);
      const isKnown = found !== undefined && found.entries.length > 0;
      const rarity = rarityOf(this.index.ids.length, found?.entries.length ?? 0) * (isKnown || !isLong ? 1 : UNKNOWN);
      rarities += rarity;
      for (const { entry, weight } of isOptional ? [] : hints) {
        const { sum, words } = this.hints.get(entry) ?? { sum: 0, words: 0 };
        this.hints.set(entry, { sum: sum + weight * rarity, words: words + 1 });
      }
      for (const entry of partOf?.entries ?? []) points.add(entry, partOf?.of(entry) ?? 0);
      this.count(word.typed, rarity, points, isOptional, about, hinted);
    }
    if (about) {
      const label = concepts.map(({ entry }) => this.index.ids[entry]).join(', ');
      this.addPoints(label, rarities * CONCEPT_SHARE, about, isOptional);
    }
  }

  /** Lifts what several words hint at together: each may mean many things, and all of them only a few. */
  agree(): void {
    const concepts = Array.from(this.hints)
      .filter(([, { words }]) => words > 1)
      .map(([entry, { sum }]) => ({ entry, weight: sum * AGREED }));
    const about = this.aboutness(concepts);
    if (about) this.addPoints(concepts.map(({ entry }) => this.index.ids[entry]).join(', '), 1, about, false);
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
    return [...this.covered.entries].sort((a, b) => a - b);
  }

  /** Rarities of all words that an entry should have. */
  get most(): number {
    return this.all;
  }

  /** Bits of all words together. */
  get allWords(): number {
    return this.words >= 32 ? -1 >>> 0 : 2 ** this.words - 1;
  }

  score = (entry: number): number => this.scores.of(entry);
  fields = (entry: number): number => this.fieldBits[entry] ?? 0;
  /** A bit for each word that the entry has. */
  wordsOf = (entry: number): number => this.wordBits[entry] ?? 0;

  private count(
    label: string,
    rarity: number,
    points: Points,
    isOptional: boolean,
    about: Points | undefined,
    hinted: Points | undefined,
  ): void {
    const bit = (1 << (this.words++ % 32)) >>> 0;
    if (!isOptional) this.all += rarity;
    const note = (entry: number): void => {
      if (!isOptional) {
        this.covered.add(entry, rarity);
        this.had.add(entry, rarity);
      }
      this.wordBits[entry] = ((this.wordBits[entry] ?? 0) | bit) >>> 0;
    };
    points.entries.forEach(note);
    about?.entries.filter((entry) => points.of(entry) === 0).forEach(note);
    for (const entry of hinted?.entries ?? []) {
      if (!isOptional && points.of(entry) === 0) {
        this.covered.add(entry, rarity * HINT_COVERS);
        this.hasHints = true;
      }
      points.add(entry, hinted?.of(entry) ?? 0);
    }
    this.addPoints(label, rarity, points, isOptional);
  }

  private addPoints(label: string, rarity: number, points: Points, isOptional: boolean): void {
    const factor = rarity * (isOptional ? OPTIONAL_SHARE : 1);
    this.contributions.push({ label, rarity: factor, points });
    for (const entry of points.entries) this.scores.add(entry, factor * points.of(entry));
  }

  private textPoints(alternatives: readonly Alternative[]): Points {
    const points = new Points(this.index.ids.length);
    for (const { postings, weight } of alternatives) {
      forEachPosting(this.index, postings, (entry, fields, impact) => {
        points.raise(entry, weight * impact);
        this.fieldBits[entry] = (this.fieldBits[entry] ?? 0) | fields;
      });
    }
    return points;
  }

  /** Topics and terms that have the word in a name, each with how much that says. */
  private conceptsWith(alternatives: readonly Alternative[]): Concept[] {
    const found = new Map<number, number>();
    for (const { postings, weight } of alternatives) {
      if (weight < OTHER_FORM) continue;
      forEachPosting(this.index, postings, (entry, fields, impact) => {
        if (!(fields & NAMES) || !isMeaning(this.index, entry)) return;
        const share = fields & NAME ? PART_OF_CONCEPT_SHARE.name : PART_OF_CONCEPT_SHARE.synonym;
        found.set(entry, Math.max(found.get(entry) ?? 0, share * weight * impact));
      });
    }
    return Array.from(found, ([entry, weight]) => ({ entry, weight }));
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

/** BM25's inverse document frequency. */
function rarityOf(size: number, found: number): number {
  return Math.max(LEAST_RARITY, Math.log(1 + (size - found + 0.5) / (found + 0.5)));
}
