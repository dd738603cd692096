import type { Entry, Place } from '../catalogue/schema';
import type { Gazetteer } from './gazetteer';
import type { Point } from './point';

const keyOf = ({ city = '', region = '', country = '' }: Place, zone = ''): string =>
  [city, region, country, zone].join('\t');

/** Where the cities of a catalogue's entries are. */
export interface KnownPlaces {
  /** As a file: a line for each, with city, region, country, the zone of its events, latitude and longitude. */
  readonly text: string;
  /** Names of cities of which that is not known. */
  readonly unknown: readonly string[];
}

/** Looks all cities of some entries up, so that it need not be done at every start. */
export function knownPlaces(entries: readonly Entry[], cities: Gazetteer): KnownPlaces {
  const lines = new Map<string, string>();
  const unknown = new Set<string>();
  for (const entry of entries) {
    if ((entry.kind !== 'event' && entry.kind !== 'series') || entry.place?.city === undefined) continue;
    const zone = entry.kind === 'event' ? entry.timezone : undefined;
    const city = cities.at(entry.place, zone);
    const key = keyOf(entry.place, zone);
    if (city) lines.set(key, `${key}\t${city.lat}\t${city.lon}`);
    else if (entry.place.lat === undefined || entry.place.lon === undefined) {
      const { city: name, region, country } = entry.place;
      unknown.add(`${entry.id}: ${[name, region, country].filter(Boolean).join(', ')}`);
    }
  }
  return { text: [...lines.values()].sort().join('\n'), unknown: [...unknown] };
}

/** Reads `text` of the above. */
export function readPlaces(text: string): (place: Place, zone?: string) => Point | undefined {
  const points = new Map<string, Point>();
  for (const line of text.split('\n')) {
    const cells = line.split('\t');
    points.set(cells.slice(0, 4).join('\t'), { lat: Number(cells[4]), lon: Number(cells[5]) });
  }
  return (place, zone) => points.get(keyOf(place, zone));
}
