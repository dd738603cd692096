import { findTerm } from './dictionary';
import { entriesWith } from './entry-set';
import { DEFINITION, type Wish } from './intent-words';
import { namedExactly } from './names';
import { ABOUT_SCALE, forEachEntry, type SearchIndex } from './search-index';

/** As much of what an entry is about as its first topic is. */
const MOSTLY = 0.7;

/** Who asks what a thing that has an entry is wants that entry, and an introduction rather than what else is defined. */
export function explained(index: SearchIndex, wish: Wish, key: string | undefined): Wish {
  if (wish.label !== DEFINITION) return wish;
  const named = [...namedExactly(index, key)];
  const entries = [...named, ...named.flatMap((entry) => introductionsTo(index, entry))];
  return entries.length > 0 ? { ...wish, label: 'definition or introduction', facets: [], entries } : wish;
}

/** What is mostly about an entry and written for beginners, and not for everybody. */
function introductionsTo(index: SearchIndex, entry: number): number[] {
  const { facets, ids } = index;
  const [forBeginners, forAll] = ['level:beginner', 'level:all'].map((facet) =>
    entriesWith(ids.length, facets, [facet]),
  );
  const about = findTerm(facets, `about:${ids[entry] ?? ''}`);
  const found: number[] = [];
  if (about) {
    forEachEntry(facets, about.postings, (other, steps) => {
      if (steps >= MOSTLY * ABOUT_SCALE && forBeginners?.[other] && !forAll?.[other]) found.push(other);
    });
  }
  return found;
}
