import { learnedIn, type Learned } from '../search/asked';
import type { Catalogue } from './catalogue';

/** How people ask for entries of the bundled catalogue, for one that has these and others. */
export function bundledLearned(bundled: Catalogue): Learned {
  const { asked, ids } = bundled.searchIndex();
  return learnedIn(asked, ids);
}
