import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { Point } from './point';

/** A city that distances are measured from and to. */
export interface City extends Point {
  /** Its name first, then others that it is known by. */
  readonly names: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** State or province; empty where it is not known. */
  readonly region: string;
  /** Its usual abbreviation, such as `OR`; empty where there is none. */
  readonly regionCode: string;
  /** Thousands of people, to name the likelier of two first. */
  readonly thousands: number;
  /** IANA zone; empty where it is not known. */
  readonly zone: string;
}

/** Lines behind the names. */
const COLUMNS = 4;
/** Of a city of which the zone is not known, in a region of which that of others is. */
const UNKNOWN = '-';
/** Parts of a degree in which coordinates are stored: a city is wider than that. */
const PARTS = 100;

/**
 * The table as a file: UTF-8, compressed with brotli. A line of `=` and a country, one of `-` and a region, its code and
 * zone, then the cities of that region, names with `|` between. Behind all of these a line each with the latitudes and
 * longitudes of all cities, in hundredths of a degree from the city before, their thousands, and their zones, empty where
 * it is the region's: what is alike packs best side by side.
 * @throws RangeError for coordinates that are finer
 */
export function packCities(cities: readonly City[]): Buffer {
  const lines: string[] = [];
  const zones: string[] = [];
  const sorted = [...cities].sort(
    (a, b) => compare(groupOf(a), groupOf(b)) || compare(a.names[0] ?? '', b.names[0] ?? ''),
  );
  let country = '';
  let group = '';
  let zone = '';
  for (const city of sorted) {
    if (city.country !== country) lines.push(`=${city.country}`);
    country = city.country;
    if (groupOf(city) !== group) {
      zone = city.zone;
      lines.push(`-${[city.region, city.regionCode, zone].join('\t')}`);
    }
    group = groupOf(city);
    lines.push(city.names.join('|'));
    zones.push(city.zone === zone ? '' : city.zone === '' ? UNKNOWN : city.zone);
  }
  const columns = [
    steps(sorted.map(({ lat }) => inParts(lat))),
    steps(sorted.map(({ lon }) => inParts(lon))),
    sorted.map(({ thousands }) => thousands),
    zones,
  ];
  return brotliCompressSync([...lines, ...columns.map((column) => column.join(' '))].join('\n'));
}

/** Reads what `packCities` wrote. */
export function unpackCities(file: Uint8Array): City[] {
  const lines = brotliDecompressSync(file).toString('utf8').split('\n');
  const [lats = [], lons = [], thousands = [], zones = []] = lines.splice(-COLUMNS).map((line) => line.split(' '));
  const cities: City[] = [];
  let country = '';
  let region: readonly string[] = [];
  let lat = 0;
  let lon = 0;
  for (const line of lines) {
    if (line.startsWith('=')) country = line.slice(1);
    else if (line.startsWith('-')) region = line.slice(1).split('\t');
    else {
      const at = cities.length;
      lat += Number(lats[at]);
      lon += Number(lons[at]);
      const zone = zones[at] || (region[2] ?? '');
      cities.push({
        names: line.split('|'),
        country,
        region: region[0] ?? '',
        regionCode: region[1] ?? '',
        lat: lat / PARTS,
        lon: lon / PARTS,
        thousands: Number(thousands[at]),
        zone: zone === UNKNOWN ? '' : zone,
      });
    }
  }
  return cities;
}

function inParts(degrees: number): number {
  const parts = Math.round(degrees * PARTS);
  if (parts / PARTS !== degrees) throw new RangeError(`${degrees} is finer than a ${PARTS}th of a degree`);
  return parts;
}

/** How far each is from the one before, the first from 0. */
const steps = (numbers: readonly number[]): number[] => numbers.map((one, at) => one - (numbers[at - 1] ?? 0));

const groupOf = ({ country, region, regionCode }: City): string => [country, region, regionCode].join('\t');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
