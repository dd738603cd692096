import { countryNamed } from '../catalogue/countries';
import type { Place } from '../catalogue/schema';
import { nearest } from '../search/distance';
import type { City } from './city-table';
import { nameKey, withoutUmlautLetters } from './name-key';
import { pointText } from './point';

/** Finds cities by name. */
export interface Gazetteer {
  /**
   * All cities that a person may mean, the largest first: by a name alone, or with a region or country behind it, with a
   * comma or without: `Portland`, `Portland, OR`, `Portland OR`, `London, United Kingdom`.
   */
  named(text: string): readonly City[];
  /** The one city that an entry's place names; undefined where there is none, or more than one. @param zone the event's */
  at(place: Place, zone?: string): City | undefined;
  /**
   * What to call a city so that `named` finds it alone: with its region where that has a usual code, or the country has
   * other such cities; by its coordinates where even that is not enough.
   */
  label(city: City): string;
  /** Names that a mistyped one is near to, nearest first. */
  near(text: string, count: number): readonly string[];
}

export function gazetteer(cities: readonly City[]): Gazetteer {
  const byKey = new Map<string, City[]>();
  for (const city of cities) {
    for (const key of new Set(city.names.map(nameKey))) {
      const same = byKey.get(key);
      if (same) same.push(city);
      else byKey.set(key, [city]);
    }
  }
  const called = (name: string): readonly City[] => {
    const key = nameKey(name);
    return byKey.get(key) ?? byKey.get(withoutUmlautLetters(key)) ?? [];
  };
  const named = (text: string): readonly City[] => {
    for (const { name, qualifiers } of readings(text)) {
      const found = called(name).filter((city) => qualifiers.every((qualifier) => isIn(city, qualifier)));
      if (found.length > 0) return [...found].sort((a, b) => b.thousands - a.thousands);
    }
    return [];
  };
  return {
    named,
    at({ city: name, region, country }, zone) {
      if (name === undefined) return undefined;
      const inCountry = called(name).filter((city) => country === undefined || city.country === country);
      const inRegion = region === undefined ? inCountry : inCountry.filter((city) => mayBeIn(city, region, inCountry));
      const found = inRegion.length > 1 ? inRegion.filter((city) => city.zone === zone) : inRegion;
      return found.length === 1 ? found[0] : undefined;
    },
    label(city) {
      const { names, country, region, regionCode } = city;
      const name = names[0] ?? '';
      const texts = [`${name}, ${country}`, `${name}, ${region}, ${country}`];
      if (regionCode !== '') texts.unshift(`${name}, ${regionCode}, ${country}`);
      const isAlone = (text: string): boolean => named(text).every((found) => found === city);
      return texts.find(isAlone) ?? pointText(city);
    },
    near(text, count) {
      const [name = ''] = text.split(',');
      const spelling = (key: string): string =>
        byKey.get(key)?.[0]?.names.find((known) => nameKey(known) === key) ?? key;
      return nearest(nameKey(name), [...byKey.keys()], count).map(spelling);
    },
  };
}

interface Reading {
  readonly name: string;
  readonly qualifiers: readonly string[];
}

/** Ways to take a text, the likelier first: all of it a name; a name and what is behind commas; a name and last words. */
function readings(text: string): Reading[] {
  const [name = '', ...qualifiers] = text.split(',').map((part) => part.trim());
  const whole: Reading = { name: text, qualifiers: [] };
  if (qualifiers.length > 0) return [whole, { name, qualifiers: qualifiers.filter(Boolean) }];
  const words = text.trim().split(/\s+/);
  const shorter = words.slice(1).map((_, at): Reading => {
    const cut = words.length - 1 - at;
    return { name: words.slice(0, cut).join(' '), qualifiers: [words.slice(cut).join(' ')] };
  });
  return [whole, ...shorter];
}

function isIn(city: City, qualifier: string): boolean {
  return isInRegion(city, qualifier) || countryNamed(qualifier) === city.country;
}

/** The name of a region may be in another language; where regions have codes, or there are several cities, it must fit. */
function mayBeIn(city: City, region: string, others: readonly City[]): boolean {
  return isInRegion(city, region) || (others.length === 1 && city.regionCode === '');
}

function isInRegion({ region, regionCode }: City, name: string): boolean {
  const key = nameKey(name);
  return key === nameKey(region) || (regionCode !== '' && key === nameKey(regionCode));
}
