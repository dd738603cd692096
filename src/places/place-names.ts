import type { Place } from '../catalogue/schema';
import type { City } from './city-table';
import { gazetteer } from './gazetteer';
import { regionsOf } from './regions';

/** By which names a place is known beside those that it states. */
export interface PlaceNames {
  /** Of its city: 慕尼黑 and München of Munich. None where it is not known which city is meant. */
  readonly city: readonly string[];
  /** Of its state, which places state as a code: California. */
  readonly region: readonly string[];
  /** Of what else it lies in: a part of the country, parts of the world. */
  readonly around: readonly string[];
}

/**
 * Cities of what people call by a name that no map has: here the nine counties around the bay, as the Association of Bay
 * Area Governments counts them; the valley is a part of them, without borders.
 */
const BAY_AREA = {
  place: { region: 'CA', country: 'US' },
  names: ['Bay Area', 'SF Bay Area', 'San Francisco Bay Area', 'Silicon Valley'],
  cities:
    'San Francisco|Oakland|Berkeley|San Jose|Santa Clara|Palo Alto|Mountain View|Sunnyvale|Menlo Park|Redwood City|' +
    'San Mateo|Burlingame|Cupertino|Fremont|Half Moon Bay|Stanford',
};

/** @param read all cities, asked for with the first place that has a city or a region */
export function placeNames(read: () => readonly City[]): (place: Place) => PlaceNames {
  let known: ReturnType<typeof knownIn> | undefined;
  const found = new Map<string, PlaceNames>();
  const namesOf = (place: Place): PlaceNames => {
    const { city, region, country } = place;
    const world = country === undefined ? [] : regionsOf(country);
    if (city === undefined && region === undefined) return { city: [], region: [], around: world };
    known ??= knownIn(read());
    return {
      city: known.cities.at(place)?.names ?? [],
      region: [known.regions.get([country, region].join('\t')) ?? []].flat(),
      around: [...(isInBayArea(place) ? BAY_AREA.names : []), ...world],
    };
  };
  return (place) => {
    const key = [place.city, place.region, place.country].join('\t');
    const names = found.get(key) ?? namesOf(place);
    found.set(key, names);
    return names;
  };
}

const knownIn = (cities: readonly City[]) => ({ cities: gazetteer(cities), regions: regionsByCode(cities) });

/** `US` and `CA` → California. */
function regionsByCode(cities: readonly City[]): ReadonlyMap<string, string> {
  return new Map(
    cities.flatMap(({ country, region, regionCode }) =>
      regionCode === '' ? [] : [[[country, regionCode].join('\t'), region] as const],
    ),
  );
}

function isInBayArea({ city, region, country }: Place): boolean {
  const { place, cities } = BAY_AREA;
  return city !== undefined && region === place.region && country === place.country && cities.split('|').includes(city);
}
