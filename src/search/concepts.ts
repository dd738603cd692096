import { findTerm } from './dictionary';
import { forEachEntry, LOOSE_NAME, OTHER_NAME, OWN_NAME, type SearchIndex } from './search-index';

/** A topic or term that words of the question name. */
export interface Concept {
  readonly entry: number;
  /** How surely it is meant, at most 1. */
  readonly weight: number;
}

/** By what kind of name: a synonym may mean several, and what belongs to a topic is not the topic. */
const WEIGHTS: Readonly<Record<number, number>> = { [OWN_NAME]: 1, [OTHER_NAME]: 0.85, [LOOSE_NAME]: 0.35 };

/** The topics and terms that a name stands for, as `nameKey` writes it. */
export function conceptsNamed({ names, kinds }: SearchIndex, key: string): Concept[] {
  const found = key === '' ? undefined : findTerm(names, key);
  const concepts: Concept[] = [];
  if (found) {
    forEachEntry(names, found.postings, (entry, number) => {
      if (kinds[entry] !== 'topic' && kinds[entry] !== 'term') return;
      concepts.push({ entry, weight: WEIGHTS[number] ?? 0 });
    });
  }
  return concepts;
}
