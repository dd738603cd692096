import type { Entry } from '../catalogue/schema';
import { escapeTerm } from './dictionary';
import { documentsOf, type SearchDocument } from './documents';
import { FIELDS, WEIGHTS } from './fields';
import { encodeNumber } from './numbers';
import { cellOf, IMPACT_SCALE, type Cell, type SearchIndex } from './search-index';
import { tokenize } from './tokens';

export type { SearchIndex } from './search-index';

/** BM25's k1, in units of WEIGHTS: from this weight on, more of a term adds less than half of itself. */
const SATURATION = 8;
/** BM25's b: how far a value longer than the average of its field counts less, 0 to 1. */
const LENGTH_SHARE = 0.5;

/**
 * Builds the full-text index of entries with unique ids.
 * The weights are those of BM25F, except that each value of a field (an alias, an author) is measured on its own and
 * the best one counts: a topic with twenty synonyms is no less well found by one of them.
 * @see S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.6
 */
export function buildIndex(entries: readonly Entry[]): SearchIndex {
  const documents = documentsOf(entries).sort((a, b) => (a.id < b.id ? -1 : 1));
  const countsOf = rememberedCounts();
  const averages = averageLengths(documents, countsOf);
  const postings = new Map<string, number[]>();
  documents.forEach((document, number) => {
    for (const [term, cell] of cellsOf(document, averages, countsOf)) {
      const list = postings.get(term) ?? [];
      list.push(number, cell);
      postings.set(term, list);
    }
  });
  const cells = rankedCells(postings.values());
  const ranks = new Map(cells.map((cell, rank) => [cell, rank]));
  const lines = Array.from(postings, ([term, pairs]) => ({ term: escapeTerm(term), pairs }))
    .sort((a, b) => (a.term < b.term ? -1 : 1))
    .map(({ term, pairs }) => `${term} ${encodePostings(pairs, ranks)}\n`);
  return {
    ids: documents.map(({ id }) => id),
    kinds: documents.map(({ kind }) => kind),
    cells,
    dictionary: lines.join(''),
  };
}

/** A value's terms and how often it has each, and how many terms it has in all. */
interface Counts {
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Hundreds of entries share the same synonyms, so each text is taken apart once. */
function rememberedCounts(): (value: string) => Counts {
  const known = new Map<string, Counts>();
  return (value) => {
    let counts = known.get(value);
    if (!counts) {
      const terms = new Map<string, number>();
      const all = tokenize(value);
      for (const term of all) terms.set(term, (terms.get(term) ?? 0) + 1);
      counts = { terms, length: all.length };
      known.set(value, counts);
    }
    return counts;
  };
}

type Averages = Readonly<Record<string, number>>;

/** Terms per value, by field. */
function averageLengths(documents: readonly SearchDocument[], countsOf: (value: string) => Counts): Averages {
  const averages: Record<string, number> = {};
  for (const field of FIELDS) {
    const lengths = documents.flatMap(({ fields }) => fields[field].map((value) => countsOf(value).length));
    averages[field] = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  }
  return averages;
}

function cellsOf(
  { fields }: SearchDocument,
  averages: Averages,
  countsOf: (value: string) => Counts,
): Map<string, Cell> {
  const sums = new Map<string, { fields: number; weight: number }>();
  FIELDS.forEach((field, bit) => {
    const best = new Map<string, number>();
    for (const value of fields[field]) {
      const { terms, length } = countsOf(value);
      const norm = 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / (averages[field] || 1);
      for (const [term, count] of terms) {
        best.set(term, Math.max(best.get(term) ?? 0, (WEIGHTS[field] * count) / norm));
      }
    }
    for (const [term, weight] of best) {
      const sum = sums.get(term) ?? { fields: 0, weight: 0 };
      sum.fields |= 1 << bit;
      sum.weight += weight;
      sums.set(term, sum);
    }
  });
  return new Map(Array.from(sums, ([term, sum]) => [term, cellOf(sum.fields, impactOf(sum.weight))]));
}

/** Never 0: a term that is there counts. */
function impactOf(weight: number): number {
  return Math.max(1, Math.round((IMPACT_SCALE * weight) / (SATURATION + weight)));
}

/** Cells, the commonest first, so that it has the smallest and so the shortest number. */
function rankedCells(postings: Iterable<readonly number[]>): Cell[] {
  const uses = new Map<Cell, number>();
  for (const pairs of postings) {
    for (let at = 1; at < pairs.length; at += 2) {
      const cell = pairs[at] ?? 0;
      uses.set(cell, (uses.get(cell) ?? 0) + 1);
    }
  }
  return Array.from(uses)
    .sort(([, usesA], [, usesB]) => usesB - usesA)
    .map(([cell]) => cell);
}

function encodePostings(pairs: readonly number[], ranks: ReadonlyMap<Cell, number>): string {
  let text = '';
  let previous = -1;
  for (let at = 0; at < pairs.length; at += 2) {
    const entry = pairs[at] ?? 0;
    text += encodeNumber(entry - previous - 1) + encodeNumber(ranks.get(pairs[at + 1] ?? 0) ?? 0);
    previous = entry;
  }
  return text;
}
