import type { Place } from '../catalogue/schema';
import type { City } from './city-table';
import { gazetteer, type Gazetteer } from './gazetteer';

/**
 * By which names a place's city is known: 慕尼黑 and München of Munich. None where it is not known which city is meant.
 * @param read all cities, asked for with the first place
 */
export function cityNames(read: () => readonly City[]): (place: Place) => readonly string[] {
  let cities: Gazetteer | undefined;
  const known = new Map<string, readonly string[]>();
  return (place) => {
    if (place.city === undefined) return [];
    const key = [place.city, place.region, place.country].join('\t');
    const names = known.get(key) ?? (cities ??= gazetteer(read())).at(place)?.names ?? [];
    known.set(key, names);
    return names;
  };
}
