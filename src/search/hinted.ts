import type { Concept } from './concepts';
import { expand, OTHER_FORM } from './expand';
import { HINT_SCALE } from './hints';
import type { QueryWord } from './query-words';
import { forEachEntry, type SearchIndex } from './search-index';

/** A hint against the name itself. */
const HINT = 0.5;

/** The topics and terms that a word hints at, in any of its forms. */
export function hintedBy({ hints }: SearchIndex, word: QueryWord): Concept[] {
  if (word.isExact) return [];
  const found = new Map<number, number>();
  for (const { postings, weight } of expand(hints, { ...word, joined: [], isLast: false })) {
    if (weight < OTHER_FORM) continue;
    forEachEntry(hints, postings, (entry, strength) => {
      found.set(entry, Math.max(found.get(entry) ?? 0, (HINT * weight * strength) / HINT_SCALE));
    });
  }
  return Array.from(found, ([entry, weight]) => ({ entry, weight }));
}
