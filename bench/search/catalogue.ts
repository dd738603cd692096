import type { Catalogue } from '../../src/catalogue/catalogue';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { checkPaths } from '../../src/catalogue/load';
import { compileCities } from '../../scripts/compile-cities';
import { learnAskings } from '../../scripts/learn-askings';
import { memoryCatalogue } from '../../src/catalogue/memory';
import { placeNames } from '../../src/places/place-names';
import { zones } from '../../tests/helpers/host';

/** The catalogue of this checkout, from its sources: a build of another day is not asked. */
export function dataCatalogue(): Catalogue {
  const checked = checkPaths(['data'], vocabularyOf(undefined, zones));
  if (checked.problems.length > 0) throw new Error(`data/ has ${checked.problems.length} problems: npm run build`);
  return memoryCatalogue(checked, 'data', {
    placeNames: placeNames(compileCities),
    learned: () => learnAskings(checked.entries),
  });
}
