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

/**
 * The table as a file: UTF-8, compressed with brotli. A line of `=` and a country, one of `-` and a region, its code and
 * zone, then the cities of that region: names with `|` between, latitude, longitude, thousands, and the zone where it is
 * not the region's.
 */
export function packCities(cities: readonly City[]): Buffer {
  const lines: string[] = [];
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
    const { names, lat, lon, thousands } = city;
    lines.push([names.join('|'), lat, lon, thousands, ...(city.zone === zone ? [] : [city.zone])].join('\t'));
  }
  return brotliCompressSync(lines.join('\n'));
}

/** Reads what `packCities` wrote. */
export function unpackCities(file: Uint8Array): City[] {
  const cities: City[] = [];
  let country = '';
  let region: readonly string[] = [];
  for (const line of brotliDecompressSync(file).toString('utf8').split('\n')) {
    if (line.startsWith('=')) country = line.slice(1);
    else if (line.startsWith('-')) region = line.slice(1).split('\t');
    else {
      const [names = '', lat, lon, thousands, zone] = line.split('\t');
      cities.push({
        names: names.split('|'),
        country,
        region: region[0] ?? '',
        regionCode: region[1] ?? '',
        lat: Number(lat),
        lon: Number(lon),
        thousands: Number(thousands),
        zone: zone ?? region[2] ?? '',
      });
    }
  }
  return cities;
}

const groupOf = ({ country, region, regionCode }: City): string => [country, region, regionCode].join('\t');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
