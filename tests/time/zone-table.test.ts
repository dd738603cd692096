import { expect, test } from 'vitest';
import { compileZones } from '../../scripts/compile-zones';
import { zoneSource, zoneText } from '../../src/time/zone-table';

const table = compileZones();

test('a table written and read gives the rules of every name, links too', () => {
  const source = zoneSource(Buffer.from(zoneText(table)));
  expect(source.version).toBe(table.version);
  for (const name of [...Object.keys(table.zones), ...Object.keys(table.links)]) {
    expect(source.rules(name), name).toBe(table.rules(name));
  }
});

test('rules that end like those of a name before are written once, and what has few in common stands whole', () => {
  const zones = { 'A/One': '[1,22,333,4444,55555]', 'A/Two': '[2,22,333,4444,55555]', 'A/Three': '[1,55555]' };
  expect(zoneText({ version: '2026f', zones, links: { 'A/Four': 'A/Two' } }).split('\n')).toEqual([
    '2026f',
    'A/One\t[1,22,333,4444,55555]',
    'A/Two\t[2=A/One 19',
    'A/Three\t[1,55555]',
    'A/Four\t=A/Two',
    '',
  ]);
});

test.each(['Europe', 'Berlin', 'Europe/Berli', 'urope/Berlin', '2026f', ''])('%j is no name in it', (name) => {
  expect(zoneSource(Buffer.from(zoneText(table))).rules(name)).toBeUndefined();
});
