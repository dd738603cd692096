import { findTerm } from './dictionary';
import { forEachEntry, LOOSE_NAME, OTHER_NAME, OWN_NAME, type SearchIndex } from './search-index';

/** A topic, term or thing that words of the question name. */
export interface Concept {
  readonly entry: number;
  /** How surely it is meant, at most 1. */
  readonly weight: number;
  /** The name is that of something which belongs to the topic. */
  readonly isLoose?: boolean;
}

/** By what kind of name: a synonym may mean several, and what belongs to a topic is not the topic. */
const WEIGHTS: Readonly<Record<number, number>> = { [OWN_NAME]: 1, [OTHER_NAME]: 0.85, [LOOSE_NAME]: 0.35 };
/** A tool, series or the like: what speaks of it. */
const THING = 0.7;

/** The topics, terms and things that a name stands for, as `nameKey` writes it. */
export function conceptsNamed({ names, facets, ids, kinds }: SearchIndex, key: string): Concept[] {
  const found = key === '' ? undefined : findTerm(names, key);
  const concepts: Concept[] = [];
  if (found) {
    forEachEntry(names, found.postings, (entry, number) => {
      const isMeaning = kinds[entry] === 'topic' || kinds[entry] === 'term';
      if (!isMeaning && !findTerm(facets, `about:${ids[entry] ?? ''}`)) return;
      const weight = isMeaning ? (WEIGHTS[number] ?? 0) : THING;
      concepts.push({ entry, weight, isLoose: number === LOOSE_NAME });
    });
  }
  return concepts;
}
