import { askingsIn, type Asking } from '../search/asked';
import type { Catalogue } from './catalogue';

/** How people ask for entries of the bundled catalogue, for one that has these and others. */
export function bundledAskings(bundled: Catalogue): Asking[] {
  const { asked, ids } = bundled.searchIndex();
  return askingsIn(asked, ids);
}
