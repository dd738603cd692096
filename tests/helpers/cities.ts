import type { City } from '../../src/places/city-table';

const city = (names: string, where: string, lat: number, lon: number, thousands: number, zone: string): City => {
  const [country = '', region = '', regionCode = ''] = where.split(' ');
  return { names: names.split('|'), country, region, regionCode, lat, lon, thousands, zone };
};

/** A small table of cities, so that no test leans on the real one. */
export const CITIES: readonly City[] = [
  city('Amsterdam', 'NL Noord-Holland', 52.35, 4.91, 886, 'Europe/Amsterdam'),
  city('Berlin', 'DE Berlin', 52.52, 13.4, 3250, 'Europe/Berlin'),
  city('Beijing|北京|Peking', 'CN Beijing', 39.93, 116.39, 9294, 'Asia/Shanghai'),
  city('Cologne|Köln', 'DE Nordrhein-Westfalen', 50.93, 6.95, 983, 'Europe/Berlin'),
  city('Lódz|Łódź', 'PL Łódź', 51.77, 19.46, 758, 'Europe/Warsaw'),
  city('London', 'CA Ontario ON', 42.97, -81.25, 341, 'America/Toronto'),
  city('London|伦敦', 'GB Westminster', 51.5, -0.12, 7994, 'Europe/London'),
  city('Munich|München', 'DE Bayern', 48.13, 11.57, 1268, 'Europe/Berlin'),
  city('Oldtown', 'CN Hubei', 30, 110, 20, 'Asia/Shanghai'),
  city('Oldtown', 'CN', 35, 115, 30, 'Asia/Shanghai'),
  city('Portland', 'AU Victoria VIC', -38.34, 141.59, 10, 'Australia/Melbourne'),
  city('Portland', 'US Maine ME', 43.67, -70.25, 100, 'America/New_York'),
  city('Portland', 'US Oregon OR', 45.52, -122.68, 1208, 'America/Los_Angeles'),
  city('San José', 'BO Chiquitos', -17.85, -60.75, 9, 'America/La_Paz'),
  city('San Jose', 'US California CA', 37.3, -121.85, 1281, 'America/Los_Angeles'),
  city('St. Louis', 'US Missouri MO', 38.64, -90.24, 1000, 'America/Chicago'),
  city('Suva', 'FJ Central', -18.13, 178.44, 175, 'Pacific/Fiji'),
  city('Washington', 'US Columbia DC', 38.9, -77.01, 2445, 'America/New_York'),
  city('Zürich', 'CH Zürich', 47.38, 8.55, 725, 'Europe/Zurich'),
];
