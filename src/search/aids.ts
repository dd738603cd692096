import type { Learned } from './asked';
import type { CityNames } from './facets';

/** What search knows beside the entries themselves. */
export interface SearchAids {
  /** By which names cities are found; left out, by that of the entry alone. */
  readonly cityNames?: CityNames;
  /** How people ask for entries without naming them; asked for when an index is built. */
  readonly learned?: () => Learned;
}
