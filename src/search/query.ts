import type { Kind } from '../catalogue/kinds';
import { expand, type Expansion } from './expand';
import { FIELDS } from './fields';
import { queryWords } from './query-words';
import { forEachPosting, type SearchIndex } from './search-index';
import { Tally } from './tally';
import { fold } from './tokens';

export interface SearchOptions {
  /** Only these kinds; all when left out. */
  readonly kinds?: readonly Kind[] | undefined;
  /** Further filter, asked only of entries that have the words of the question. */
  readonly keep?: ((id: string) => boolean) | undefined;
  /** How many hits to give at most; all when left out. */
  readonly limit?: number | undefined;
}

export interface Hit {
  readonly id: string;
  /** Above 0, rounded to 4 decimals; comparable within one answer only. */
  readonly score: number;
  /** Names of the fields that matched, in field order: `['name', 'authors']`. */
  readonly matched: readonly string[];
  /** Index terms that matched, sorted, for highlighting. */
  readonly words: readonly string[];
}

export interface SearchAnswer {
  /** Best first, equals by id. */
  readonly hits: readonly Hit[];
  /** How many there are without the limit. */
  readonly total: number;
  /** Words of the question that are nowhere in the index, not even nearly; folded, in the order typed. */
  readonly missing: readonly string[];
  /** No entry had all words: the hits are those with the most of them, at least half. */
  readonly partial: boolean;
  /** The question with near words for those that no entry has as typed; absent where there is nothing to change. */
  readonly suggestion?: string;
}

/** Ranked full text. An empty question, or one of signs only, has no hits. */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchAnswer {
  const expansions = queryWords(query).map((word) => expand(index.dictionary, word));
  const required = withoutBoundaries(expansions);
  const tally = new Tally(index);
  for (const expansion of required) tally.add(expansion);

  const { found, most } = withMostWords(tally, required.length, (entry) => isAllowed(index, entry, options));
  const ranked = found
    .map((entry) => ({ entry, score: Math.max(1, Math.round(tally.score(entry) * 1e4)) / 1e4 }))
    // Entries are numbered by id.
    .sort((a, b) => b.score - a.score || a.entry - b.entry)
    .slice(0, options.limit);
  const terms = termsByEntry(index, required, new Set(ranked.map(({ entry }) => entry)));
  const suggestion = suggestionFor(query, expansions, terms.get(ranked[0]?.entry ?? -1));
  return {
    hits: ranked.map(({ entry, score }) => ({
      id: index.ids[entry] ?? '',
      score,
      matched: FIELDS.filter((_, bit) => tally.fields(entry) & (1 << bit)),
      words: [...(terms.get(entry) ?? [])].sort(),
    })),
    total: found.length,
    missing: [...new Set(required.flatMap(({ word, alternatives }) => (alternatives[0] ? [] : word.typed)))],
    partial: found.length > 0 && most < required.length,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
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

function isAllowed({ ids, kinds: kindOf }: SearchIndex, entry: number, { kinds, keep }: SearchOptions): boolean {
  const kind = kindOf[entry];
  if (kinds && !(kind && kinds.includes(kind))) return false;
  return !keep || keep(ids[entry] ?? '');
}

/** Entries with all words, or else with one less, down to half of them; the filter is asked of no more than it takes. */
function withMostWords(tally: Tally, all: number, isAllowed: (entry: number) => boolean) {
  const entries = tally.entries();
  for (let most = all; most > 0 && most * 2 >= all; most -= 1) {
    const found = entries.filter((entry) => tally.words(entry) === most && isAllowed(entry));
    if (found.length > 0) return { found, most };
  }
  return { found: [], most: 0 };
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

/** @param inBest terms of the best hit: with `experiment` beside it, `traking` is tracking, and not tracing. */
function suggestionFor(
  query: string,
  expansions: readonly Expansion[],
  inBest: ReadonlySet<string> = new Set(),
): string | undefined {
  const typed = fold(query).trim().replace(/\s+/g, ' ');
  const suggestion = expansions.reduce((text, { word, near }) => {
    const meant = near.find((term) => inBest.has(term)) ?? near[0];
    return meant === undefined ? text : text.replace(new RegExp(`(?<![a-z0-9])${word.term}(?![a-z0-9])`), meant);
  }, typed);
  return suggestion === typed ? undefined : suggestion;
}
