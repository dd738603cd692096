import type { SearchDocument } from './documents';
import { FIELDS, WEIGHTS, type FieldName } from './fields';
import type { Places } from './places';
import { Occurrences } from './occurrences';
import { cellOf, IMPACT_SCALE } from './search-index';
import { wordsOf } from './tokens';

/** BM25's k1, in units of WEIGHTS: from this weight on, more of a term adds less than half of itself. */
const SATURATION = 8;
/** BM25's b: how far a value longer than the average of its field counts less, 0 to 1. */
const LENGTH_SHARE = 0.5;
/** Words that no value has, between two values: a phrase does not run from one into the next. */
const GAP = 2;

/**
 * The terms of all documents with the entries that have them, ascending.
 * The weights are those of BM25F, except that each value of a field (an alias, an author) is measured on its own and
 * the best one counts: a topic with twenty synonyms is no less well found by one of them.
 * @see S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.6
 */
export function occurrencesIn(documents: readonly SearchDocument[]): Occurrences {
  const valueOf = rememberedValues();
  const averages = averageLengths(documents, valueOf);
  const occurrences = new Occurrences();
  documents.forEach((document, entry) => {
    for (const [term, { fields, weight, places }] of sumsOf(document, averages, valueOf)) {
      occurrences.add(term, { entry, cell: cellOf(fields, impactOf(weight)), places });
    }
  });
  return occurrences;
}

/** A text taken apart: where each of its terms stands, and how many words it has. */
interface Value {
  readonly terms: ReadonlyMap<string, Places>;
  readonly length: number;
}
type ValueOf = (field: FieldName, text: string) => Value;

/** Fields of which hardly two entries have the same text: to remember those takes room for nothing. */
const OWN_TEXTS: ReadonlySet<FieldName> = new Set<FieldName>(['name', 'summary', 'definition']);

/** Hundreds of entries share the names of a series or country, so each text is taken apart once. */
function rememberedValues(): ValueOf {
  const known = new Map<string, Value>();
  return (field, text) => {
    let value = known.get(text);
    if (!value) {
      value = takenApart(text);
      if (!OWN_TEXTS.has(field)) known.set(text, value);
    }
    return value;
  };
}

function takenApart(text: string): Value {
  const terms = new Map<string, number[]>();
  let place = 0;
  for (const { parts, joined } of wordsOf(text)) {
    const start = place;
    for (const part of parts) terms.set(part, [...(terms.get(part) ?? []), place++]);
    if (joined !== undefined) terms.set(joined, [...(terms.get(joined) ?? []), start]);
  }
  return { terms, length: place };
}

type Averages = Readonly<Record<FieldName, number>>;

/** Words per value, by field. */
function averageLengths(documents: readonly SearchDocument[], valueOf: ValueOf): Averages {
  const average = (field: FieldName): number => {
    const lengths = documents.flatMap(({ fields }) => fields[field].map((text) => valueOf(field, text).length));
    return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  };
  return Object.fromEntries(FIELDS.map((field) => [field, average(field)])) as Averages;
}

interface Sum {
  fields: number;
  weight: number;
  readonly places: number[];
}

function sumsOf({ fields }: SearchDocument, averages: Averages, valueOf: ValueOf): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  let first = 0;
  FIELDS.forEach((field, bit) => {
    const best = new Map<string, number>();
    for (const text of fields[field]) {
      const { terms, length } = valueOf(field, text);
      const norm = 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / (averages[field] || 1);
      for (const [term, places] of terms) {
        best.set(term, Math.max(best.get(term) ?? 0, (WEIGHTS[field] * places.length) / norm));
        let sum = sums.get(term);
        if (!sum) sums.set(term, (sum = { fields: 0, weight: 0, places: [] }));
        if (field !== 'details') for (const place of places) sum.places.push(first + place);
      }
      // Facts of an entry are single words: no phrase is among them.
      if (field !== 'details') first += length + GAP;
    }
    for (const [term, weight] of best) {
      const sum = sums.get(term);
      if (!sum) continue;
      sum.fields |= 1 << bit;
      sum.weight += weight;
    }
  });
  return sums;
}

/** Never 0: a term that is there counts. */
function impactOf(weight: number): number {
  return Math.max(1, Math.round((IMPACT_SCALE * weight) / (SATURATION + weight)));
}
