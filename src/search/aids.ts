import type { Learned } from './asked';
import type { PlaceNames } from './facets';

/** What search knows beside the entries themselves. */
export interface SearchAids {
  /** By which names places are found; left out, by those of the entry alone. */
  readonly placeNames?: PlaceNames;
  /** How people ask for entries without naming them; asked for when an index is built. */
  readonly learned?: () => Learned;
}
