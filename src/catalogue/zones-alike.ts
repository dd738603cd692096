import { nearest } from '../search/distance';

/** In less than these letters, every abbreviation is like some other. */
const LEAST_LETTERS = 4;

/**
 * The zones that may be meant by a name that is none: in another case, or of that city or one that is written nearly so.
 * The continent before it, which half of all zones share, would make any city there look like any other.
 * @param typed in any case, with `_` for blanks
 * @param names of all zones
 */
export function zonesAlike(typed: string, names: readonly string[]): readonly string[] {
  const plain = typed.toLowerCase();
  const same = names.find((name) => name.toLowerCase() === plain);
  if (same !== undefined) return [same];
  const city = cityOf(plain);
  const there = names.filter((name) => cityOf(name) === city);
  if (there.length > 0 || city.length < LEAST_LETTERS) return there;
  const byCity = new Map(names.map((name) => [cityOf(name), name]));
  return nearest(city, [...byCity.keys()], 2).flatMap((near) => byCity.get(near) ?? []);
}

const cityOf = (name: string): string => name.toLowerCase().split('/').at(-1) ?? '';
