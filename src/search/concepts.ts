import { findTerm } from './dictionary';
import {
  BROADER_NAME,
  forEachEntry,
  isMeaning,
  LOOSE_NAME,
  OTHER_NAME,
  OWN_NAME,
  type SearchIndex,
} from './search-index';

/** A topic, term or thing that words of the question name. */
export interface Concept {
  readonly entry: number;
  /** How surely it is meant, at most 1. */
  readonly weight: number;
  /** The name is that of something which belongs to the topic. */
  readonly isLoose?: boolean;
}

/** By what kind of name: a synonym may mean several, and what belongs to a topic is not the topic. */
const WEIGHTS: Readonly<Record<number, number>> = {
  [OWN_NAME]: 1,
  [OTHER_NAME]: 0.6,
  [BROADER_NAME]: 0.3,
  [LOOSE_NAME]: 0.35,
};
/** The weight of a tool, series or the like: what speaks of it. Names of which we are less sure are not own ones. */
export const THING = 0.9;

/** The topics, terms and things that a name stands for, as `nameKey` writes it. */
export function conceptsNamed(index: SearchIndex, key: string): Concept[] {
  const { names, facets, ids } = index;
  const found = key === '' ? undefined : findTerm(names, key);
  const concepts: Concept[] = [];
  if (found) {
    forEachEntry(names, found.postings, (entry, number) => {
      const isSubject = isMeaning(index, entry);
      if (!isSubject && !findTerm(facets, `about:${ids[entry] ?? ''}`)) return;
      const weight = isSubject ? (WEIGHTS[number] ?? 0) : THING;
      concepts.push({ entry, weight, isLoose: number === LOOSE_NAME });
    });
  }
  return concepts;
}
